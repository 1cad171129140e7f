; KVM probe: a 64-bit guest that writes 'b' on COM1, counts to a million, writes 'e' and ends QEMU by the debug-exit port.
; A flat file that is its own 32-bit ELF: header, program headers and the PVH note by hand, so nasm alone makes it.
;   host computer measures the time between the two bytes; a useless KVM never gets there
; in     32-bit protected mode, flat segments, paging off (PVH), IF = 0
; stack  none
; manual SDM 3A "Initializing IA-32e Mode"; Xen "x86/HVM direct boot ABI"

bits 32
org 0x100000

TURNS               equ 1000000
COM1                equ 0x3f8
DEBUG_EXIT          equ 0xf4
DEBUG_EXIT_DONE     equ 0x10
IA32_EFER           equ 0xc0000080
EFER_LME            equ 1 << 8
CR0_PG              equ 1 << 31
CR4_PAE             equ 1 << 5
PAGE_PRESENT_WRITE  equ 3
PAGE_LARGE          equ 1 << 7
ELF_EXECUTABLE      equ 2
ELF_I386            equ 3
PT_LOAD             equ 1
PT_NOTE             equ 4
XEN_NOTE_PHYS32     equ 18

elf_header:
    db      0x7f, "ELF", 1, 1, 1
    times   9 db 0
    dw      ELF_EXECUTABLE, ELF_I386
    dd      1, start, program_headers - elf_header, 0, 0
    dw      program_headers - elf_header, 32, 2, 0, 0, 0
program_headers:
    dd      PT_LOAD, 0, elf_header, elf_header, file_end - elf_header, memory_end - elf_header, 7, 0x1000
    dd      PT_NOTE, note - elf_header, note, note, note_end - note, note_end - note, 4, 4
note:
    dd      4, 4, XEN_NOTE_PHYS32
    db      "Xen", 0
    dd      start
note_end:

start:
    mov     dword [pml4], pointers + PAGE_PRESENT_WRITE
    mov     dword [pointers], directory + PAGE_PRESENT_WRITE
    mov     dword [directory], PAGE_LARGE + PAGE_PRESENT_WRITE      ; the first 2 MiB one to one
    mov     eax, cr4
    or      eax, CR4_PAE
    mov     cr4, eax
    mov     eax, pml4
    mov     cr3, eax
    mov     ecx, IA32_EFER
    rdmsr
    or      eax, EFER_LME
    wrmsr
    mov     eax, cr0
    or      eax, CR0_PG
    mov     cr0, eax                                ; IA-32e mode is active from here, in its 32-bit form
    lgdt    [gdt_pointer]
    jmp     CODE64:long_mode

bits 64
long_mode:
    mov     dx, COM1
    mov     al, 'b'
    out     dx, al
    mov     ecx, TURNS
.turn:
    dec     ecx
    jnz     .turn
    mov     al, 'e'
    out     dx, al
    mov     al, DEBUG_EXIT_DONE
    out     DEBUG_EXIT, al
.forever:
    hlt
    jmp     .forever

align 8
gdt:
    dq      0
CODE64              equ $ - gdt
    dq      0x00209a0000000000                      ; code, present, ring 0, long
gdt_pointer:
    dw      $ - gdt - 1
    dd      gdt
file_end:

section .bss align=4096 nobits follows=.text
pml4:       resb 4096
pointers:   resb 4096
directory:  resb 4096
memory_end:
