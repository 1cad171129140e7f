; UEFI loader: EFI/BOOT/BOOTX64.EFI. Reads kernel, archive and command line from the volume it came from and starts the kernel.
; Owns:       the memory it allocates; the firmware everything else, until ExitBootServices
; Invariants: (1) what the kernel gets lies below 4 GiB in MEMORY_HANDED_OVER pages, all else of ours is usable again after the jump
;             (2) position independent: the image may be loaded anywhere, even above 4 GiB; no relocation is needed
;             (3) every failure before ExitBootServices ends in fail or fail_file: message, key, back to the firmware
; Called:     by the firmware.
;   in        rcx image handle, rdx system table; long mode, Microsoft calling convention, firmware's own page tables
;   out       kernel_entry, as abi/boot-info.ts says; or EFI_LOAD_ERROR to the firmware
; Manual: Microsoft "PE Format", UEFI 2.10 "Boot Manager: Removable Media Boot Behavior"
;
;   uefi_start ──► tables ──► volume ──► kernel ──► archive ──► command line ──► RSDP ──► frame buffer
;              ──► memory map + ExitBootServices ──► page tables ──► kernel
;
; The file: offsets are addresses relative to the image base, since sections and file are aligned alike.
;
;   0x0000 headers │ .text, executable │ .data, writable │ .reloc, two entries that do nothing

%include "boot-info.inc"
%include "registers.inc"
%include "uefi-interface.inc"
%include "messages.inc"

    org     0
    bits    64
    default rel

SECTION_ALIGNMENT       equ 4096
PE_MACHINE_X86_64       equ 0x8664
PE_EXECUTABLE           equ 0x0002
PE_LARGE_ADDRESS_AWARE  equ 0x0020
PE32_PLUS               equ 0x020b
PE_SUBSYSTEM_EFI_APPLICATION equ 10
PE_HIGH_ENTROPY_ADDRESS equ 0x0020
PE_DYNAMIC_BASE         equ 0x0040
PE_NX_COMPATIBLE        equ 0x0100
PE_DIRECTORIES          equ 6                   ; up to the base relocations
SECTION_CODE            equ 0x00000020
SECTION_DATA            equ 0x00000040
SECTION_DISCARDABLE     equ 0x02000000
SECTION_EXECUTE         equ 0x20000000
SECTION_READ            equ 0x40000000
SECTION_WRITE           equ 0x80000000

image_start:
    db      "MZ"
    times   0x3c - ($ - $$) db 0
    dd      pe_signature
pe_signature:
    db      "PE", 0, 0
    dw      PE_MACHINE_X86_64
    dw      3                                   ; sections
    dd      0, 0, 0                             ; time, symbols
    dw      optional_header_end - optional_header
    dw      PE_EXECUTABLE | PE_LARGE_ADDRESS_AWARE
optional_header:
    dw      PE32_PLUS
    db      0, 0
    dd      text_end - text, image_end - text_end, 0    ; code, initialised data, uninitialised data
    dd      uefi_start
    dd      text                                ; base of code
    dq      0                                   ; preferred image base: none
    dd      SECTION_ALIGNMENT, SECTION_ALIGNMENT
    dw      0, 0, 0, 0, 0, 0                    ; versions
    dd      0
    dd      image_end
    dd      text                                ; size of headers
    dd      0                                   ; checksum
    dw      PE_SUBSYSTEM_EFI_APPLICATION
    dw      PE_NX_COMPATIBLE | PE_DYNAMIC_BASE | PE_HIGH_ENTROPY_ADDRESS
    dq      0x10000, 0x10000, 0x10000, 0        ; stack and heap, which the firmware does not look at
    dd      0
    dd      PE_DIRECTORIES
    dq      0, 0, 0, 0, 0
    dd      relocations, relocations_end - relocations
optional_header_end:

%macro PE_SECTION 4                             ; name of 8 characters, first byte, end, flags
    db      %1
    dd      %3 - %2, %2, %3 - %2, %2, 0, 0
    dw      0, 0
    dd      %4
%endmacro
    PE_SECTION ".text   ", text, text_end, SECTION_CODE | SECTION_EXECUTE | SECTION_READ
    PE_SECTION ".data   ", text_end, data_end, SECTION_DATA | SECTION_READ | SECTION_WRITE
    PE_SECTION ".reloc  ", data_end, image_end, SECTION_DATA | SECTION_DISCARDABLE | SECTION_READ

    times   (SECTION_ALIGNMENT - ($ - $$) % SECTION_ALIGNMENT) % SECTION_ALIGNMENT db 0
text:

; The block of tables handed to the kernel, from r15 on.
;
;   +0x0000 page tables │ +0x8000 two more, when the loader lies above 4 GiB │ +0xa000 BootInfo │ +0xa800 GDT
;   +0xb000 memory map │ +0xd000 command line │ +0xe000 first stack of the kernel
TABLES_EXTRA_PDPT       equ 0x8000
TABLES_EXTRA_PD         equ 0x9000
TABLES_BOOT_INFO        equ 0xa000
TABLES_GDT              equ 0xa800
TABLES_MEMORY_MAP       equ 0xb000
TABLES_COMMAND_LINE     equ 0xd000
TABLES_STACK_TOP        equ 0x10000
TABLES_PAGES            equ 0x10000 / PAGE_SIZE_BYTES

CR4_LA57                equ 1 << 12             ; five levels of page tables
SELECTOR_CODE_64        equ 8
SELECTOR_DATA           equ 16

; uefi_start: main flow, one call a step. Steps that fail go to fail, which returns to the firmware.
;   r15 = the block of tables from allocate_tables on
uefi_start:
    push    rbx
    push    rbp
    push    rsi
    push    rdi
    push    r12
    push    r13
    push    r14
    push    r15
    mov     [firmware_stack], rsp
    FRAME                                       ; 8 pushes and a return address: aligned as after a call
    cld
    mov     [image_handle], rcx
    mov     [system_table], rdx
    rdtsc
    mov     [time_at_entry], eax
    mov     [time_at_entry + 4], edx
    call    open_console
    lea     rsi, [message_start]
    call    print_line
    xor     ecx, ecx                            ; the firmware would reset the machine after five minutes
    xor     edx, edx
    xor     r8d, r8d
    xor     r9d, r9d
    BOOT_SERVICE set_watchdog_timer
    lea     rsi, [message_five_levels]
    mov     rax, cr4
    test    eax, CR4_LA57
    jnz     fail
    call    allocate_tables
    call    open_volume
    call    load_kernel
    call    load_archive
    call    load_command_line
    call    find_rsdp
    call    take_framebuffer
    call    leave_boot_services                 ; the memory map; from here on nothing can fail
    jmp     start_kernel

; allocate_tables: the block, zeroed, and what is known of BootInfo.
;   out      r15
allocate_tables:
    FRAME
    mov     edx, TABLES_PAGES
    call    allocate_handed_over
    mov     r15, rax
    mov     rdi, rax
    mov     ecx, TABLES_PAGES * PAGE_SIZE_BYTES / 8
    xor     eax, eax
    rep stosq
    mov     rax, BOOT_INFO_MAGIC
    mov     [r15 + TABLES_BOOT_INFO + BootInfo.magic], rax
    mov     dword [r15 + TABLES_BOOT_INFO + BootInfo.version], BOOT_INFO_VERSION
    mov     dword [r15 + TABLES_BOOT_INFO + BootInfo.sizeBytes], BootInfo_size
    mov     dword [r15 + TABLES_BOOT_INFO + BootInfo.source], BootSource.Uefi
    mov     rax, [time_at_entry]
    mov     [r15 + TABLES_BOOT_INFO + BootInfo.tscAtEntry], rax
    lea     rax, [r15 + TABLES_MEMORY_MAP]
    mov     [r15 + TABLES_BOOT_INFO + BootInfo.memoryRegions], rax
    END_FRAME

; start_kernel: own page tables, own segments, own stack, and the jump. The firmware is gone; IF = 0.
; The firmware may have mapped everything but its own code without execute rights: only these tables are sure.
start_kernel:
    mov     ebx, r15d
    mov     edx, [r15 + TABLES_BOOT_INFO + BootInfo.kernelBase]
    mov     ecx, [r15 + TABLES_BOOT_INFO + BootInfo.kernelSizeBytes]
    call    build_page_tables
    call    map_this_code
    lea     rsi, [segments]
    lea     rdi, [r15 + TABLES_GDT]
    mov     ecx, (segments_end - segments) / 8
    rep movsq
    mov     word [r15 + TABLES_GDT + segments_end - segments], segments_end - segments - 1
    lea     rax, [r15 + TABLES_GDT]
    mov     [r15 + TABLES_GDT + segments_end - segments + 2], rax
    lgdt    [rax + segments_end - segments]
    mov     rbx, [kernel_entry_address]         ; this image's data is not in the new tables when it lies above 4 GiB
    lea     rsp, [r15 + TABLES_STACK_TOP]
    mov     cr3, r15                            ; below 4 GiB the new tables map the stack at the same address
    push    SELECTOR_CODE_64
    lea     rax, [.segments]
    push    rax
    retfq
.segments:
    mov     eax, SELECTOR_DATA
    mov     ds, eax
    mov     es, eax
    mov     ss, eax
    xor     eax, eax
    mov     fs, eax
    mov     gs, eax
    lea     rdi, [r15 + TABLES_BOOT_INFO]
    xor     ebp, ebp                            ; ends a walk of frame pointers
    lea     rsp, [r15 + TABLES_STACK_TOP]
    jmp     rbx

; map_this_code: lets start_kernel survive its own CR3 load when the firmware put it above 4 GiB: its 2 MiB one to one (the
; steps after the CR3 load lie in the first page of .text, so they never cross into the next 2 MiB).
;   clobbers rax, rcx, rdx
map_this_code:
    lea     rcx, [start_kernel]
    mov     rax, rcx
    shr     rax, 32
    jz      .done
    mov     rdx, rcx
    shr     rdx, 39
    lea     rax, [r15 + BOOT_PDPT_LOW]
    test    edx, edx
    jz      .directory_pointers                 ; below 512 GiB the table is there already
    lea     rax, [r15 + TABLES_EXTRA_PDPT + PAGE_TABLE_FLAGS]
    mov     [r15 + BOOT_PML4 + rdx * 8], rax
    lea     rax, [r15 + TABLES_EXTRA_PDPT]
.directory_pointers:
    mov     rdx, rcx
    shr     rdx, 30
    and     edx, PAGE_ENTRIES - 1
    lea     rax, [rax + rdx * 8]
    lea     rdx, [r15 + TABLES_EXTRA_PD + PAGE_TABLE_FLAGS]
    mov     [rax], rdx
    mov     rdx, rcx
    shr     rdx, 21
    and     edx, PAGE_ENTRIES - 1
    and     rcx, -LARGE_PAGE_SIZE_BYTES
    or      rcx, PAGE_LARGE_FLAGS
    mov     [r15 + TABLES_EXTRA_PD + rdx * 8], rcx
.done:
    ret

%include "uefi-console.inc"
%include "uefi-files.inc"
%include "uefi-memory.inc"
%include "uefi-video.inc"
%include "long-mode.inc"
%include "elf64.inc"
%include "trailer.inc"
%include "serial.inc"

    times   (SECTION_ALIGNMENT - ($ - $$) % SECTION_ALIGNMENT) % SECTION_ALIGNMENT db 0
text_end:

%include "uefi-variables.inc"

    times   (SECTION_ALIGNMENT - ($ - $$) % SECTION_ALIGNMENT) % SECTION_ALIGNMENT db 0
data_end:

relocations:                                    ; some firmware refuses an image without any
    dd      text_end, relocations_end - relocations
    dw      0, 0                                ; type "absolute": nothing is done
relocations_end:
    times   (SECTION_ALIGNMENT - ($ - $$) % SECTION_ALIGNMENT) % SECTION_ALIGNMENT db 0
image_end:
