; Test kernel: prints on COM1 the BootInfo it was given, one "name=value" a line, and ends the machine by isa-debug-exit.
; Linked with boot/pvh.asm by the project's own linker and kernel layout, so that it travels each boot path as a kernel does.
; It uses the entry contract of abi/boot-info.ts and nothing else: its own stack comes late on purpose.
;   in        rdi physical address of BootInfo, rsp a stack of 4 KiB, IF = 0
;   out       never returns; exit value 0x10 (QEMU status 33)

%include "boot-info.inc"

global kernel_entry

DEBUG_EXIT_PORT     equ 0xf4
DEBUG_EXIT_PASS     equ 0x10
UART_DATA           equ 0x3f8
UART_LINE_STATUS    equ 0x3fd
LINE_STATUS_TRANSMIT_EMPTY equ 0x20
EFLAGS_IF           equ 1 << 9
EFLAGS_DF           equ 1 << 10
PATTERN_SIDE        equ 16                      ; pixels of the red square drawn at the top left
DATA_WORD           equ 0x1122334455667788

    default rel
    bits    64

%macro PRINT_FIELD 2                            ; name, register or memory holding 64 bits
    mov     rax, %2
    lea     rsi, [%%name]
    call    print_field
    jmp     %%end
%%name:
    db      %1, "=", 0
%%end:
%endmacro

%macro PRINT_FIELD_32 2                         ; name, memory holding 32 bits
    mov     ecx, %2
    PRINT_FIELD %1, rcx
%endmacro

section .text
kernel_entry:
    rdtsc
    shl     rdx, 32
    or      rax, rdx
    mov     r14, rax
    mov     rbx, rdi
    pushfq
    pop     rax
    and     eax, EFLAGS_IF | EFLAGS_DF
    mov     r12, rax
    mov     r13, rsp
    PRINT_FIELD "entry.time", r14
    PRINT_FIELD "entry.flags", r12
    and     r13d, 15
    PRINT_FIELD "entry.stackMisalignment", r13
    PRINT_FIELD "entry.rip", [entry_address]
    PRINT_FIELD "magic", [rbx + BootInfo.magic]
    PRINT_FIELD_32 "version", [rbx + BootInfo.version]
    PRINT_FIELD_32 "sizeBytes", [rbx + BootInfo.sizeBytes]
    PRINT_FIELD_32 "source", [rbx + BootInfo.source]
    PRINT_FIELD "archiveBase", [rbx + BootInfo.archiveBase]
    PRINT_FIELD "archiveSizeBytes", [rbx + BootInfo.archiveSizeBytes]
    PRINT_FIELD "kernelBase", [rbx + BootInfo.kernelBase]
    PRINT_FIELD "kernelSizeBytes", [rbx + BootInfo.kernelSizeBytes]
    PRINT_FIELD "rsdp", [rbx + BootInfo.rsdp]
    PRINT_FIELD "tscAtEntry", [rbx + BootInfo.tscAtEntry]
    PRINT_FIELD "bootInfo", rbx
    call    print_framebuffer
    call    print_regions
    call    print_image
    call    print_archive
    call    print_command_line
    call    draw_square
    PRINT_FIELD "end", 1
    mov     dx, DEBUG_EXIT_PORT
    cmp     byte [stay], 0
    jne     .halt
    mov     eax, DEBUG_EXIT_PASS
    out     dx, eax
.halt:
    cli
    hlt
    jmp     .halt

; print_framebuffer: every field of the FramebufferInfo.
print_framebuffer:
    PRINT_FIELD "framebuffer.base", [rbx + BootInfo.framebuffer + FramebufferInfo.base]
    PRINT_FIELD_32 "framebuffer.width", [rbx + BootInfo.framebuffer + FramebufferInfo.width]
    PRINT_FIELD_32 "framebuffer.height", [rbx + BootInfo.framebuffer + FramebufferInfo.height]
    PRINT_FIELD_32 "framebuffer.pitchBytes", [rbx + BootInfo.framebuffer + FramebufferInfo.pitchBytes]
    PRINT_FIELD_32 "framebuffer.bitsPerPixel", [rbx + BootInfo.framebuffer + FramebufferInfo.bitsPerPixel]
    PRINT_FIELD "framebuffer.shiftsAndSizes", [rbx + BootInfo.framebuffer + FramebufferInfo.redShift]
    ret

; print_regions: one line "region=base size kind" for each entry of the memory map.
print_regions:
    mov     r14, [rbx + BootInfo.memoryRegions]
    mov     r15d, [rbx + BootInfo.memoryRegionCount]
    PRINT_FIELD "regionCount", r15
.next:
    test    r15d, r15d
    jz      .done
    lea     rsi, [region_name]
    call    print_text
    mov     rax, [r14 + MemoryRegion.base]
    call    print_hex
    mov     al, " "
    call    print_byte
    mov     rax, [r14 + MemoryRegion.sizeBytes]
    call    print_hex
    mov     al, " "
    call    print_byte
    mov     eax, [r14 + MemoryRegion.kind]
    call    print_hex
    call    print_line_end
    add     r14, MemoryRegion_size
    dec     r15d
    jmp     .next
.done:
    ret

; print_image: what shows that all segments arrived: initialised data, zeroed bss, and both mappings on the same memory.
print_image:
    PRINT_FIELD "image.word", [data_word]
    xor     eax, eax
    lea     rdi, [zeros]
    mov     ecx, zeros_end - zeros
.scan:
    or      al, [rdi]
    inc     rdi
    dec     ecx
    jnz     .scan
    PRINT_FIELD "image.bss", rax
    mov     rdi, data_word - (KERNEL_VIRTUAL_BASE + KERNEL_LOAD_ADDRESS)
    add     rdi, [rbx + BootInfo.kernelBase]
    PRINT_FIELD "image.identity", [rdi]
    ret

; print_archive: a checksum of the archive's bytes: 64-bit words, rotate and add.
print_archive:
    mov     rsi, [rbx + BootInfo.archiveBase]
    mov     rcx, [rbx + BootInfo.archiveSizeBytes]
    shr     rcx, 3
    xor     eax, eax
.next:
    test    rcx, rcx
    jz      .done
    rol     rax, 1
    add     rax, [rsi]
    add     rsi, 8
    dec     rcx
    jmp     .next
.done:
    PRINT_FIELD "archive.sum", rax
    ret

print_command_line:
    lea     rsi, [command_line_name]
    call    print_text
    mov     rsi, [rbx + BootInfo.commandLine]
    mov     r14d, [rbx + BootInfo.commandLineSizeBytes]
    mov     byte [stay], 0
    cmp     r14d, 4
    jb      .next
    cmp     dword [rsi], "stay"                 ; "stay...": do not exit, so that the test can look at the screen
    sete    byte [stay]
.next:
    test    r14d, r14d
    jz      print_line_end
    lodsb
    call    print_byte
    dec     r14d
    jmp     .next

; draw_square: red, by the pixel format that was handed over.
draw_square:
    lea     rsi, [rbx + BootInfo.framebuffer]
    mov     rdi, [rsi + FramebufferInfo.base]
    test    rdi, rdi
    jz      .done
    mov     cl, [rsi + FramebufferInfo.redSizeBits]
    mov     eax, 1
    shl     eax, cl
    dec     eax
    mov     cl, [rsi + FramebufferInfo.redShift]
    shl     eax, cl                             ; all bits of the red component
    mov     r8d, [rsi + FramebufferInfo.bitsPerPixel]
    shr     r8d, 3
    mov     edx, PATTERN_SIDE
.row:
    mov     r9, rdi
    mov     ecx, PATTERN_SIDE
.pixel:
    mov     [r9], ax
    push    rax
    shr     eax, 16
    mov     [r9 + 2], al                        ; three bytes a pixel or four: the fourth is not shown
    pop     rax
    add     r9, r8
    dec     ecx
    jnz     .pixel
    mov     ecx, [rsi + FramebufferInfo.pitchBytes]
    add     rdi, rcx
    dec     edx
    jnz     .row
.done:
    ret

; print_field: "name=hexadecimal".   in rsi name with "=", rax value
print_field:
    push    rax
    call    print_text
    pop     rax
    call    print_hex
print_line_end:
    mov     al, 13
    call    print_byte
    mov     al, 10
    jmp     print_byte

; print_hex: rax as 16 hexadecimal digits.
print_hex:
    mov     r8, rax
    mov     r9d, 16
.digit:
    rol     r8, 4
    mov     eax, r8d
    and     eax, 15
    lea     rcx, [digits]
    mov     al, [rcx + rax]
    call    print_byte
    dec     r9d
    jnz     .digit
    ret

.next:
    call    print_byte
; print_text: the zero-terminated text at rsi.
print_text:
    lodsb
    test    al, al
    jnz     print_hex.next
    ret

; print_byte: al on COM1, which the boot path has set up.   clobbers ah, dx
print_byte:
    mov     ah, al
    mov     dx, UART_LINE_STATUS
.wait:
    in      al, dx
    test    al, LINE_STATUS_TRANSMIT_EMPTY
    jz      .wait
    mov     dx, UART_DATA
    mov     al, ah
    out     dx, al
    ret

section .rodata
    align   8
entry_address:
    dq      kernel_entry
digits:
    db      "0123456789abcdef"
region_name:
    db      "region=", 0
command_line_name:
    db      "commandLine=", 0

section .data
    align   8
data_word:
    dq      DATA_WORD
stay:
    db      0
    times   5000 db 0xc3                        ; more than a page, so that the segment spans several sectors and pages

section .bss
    alignb  8
zeros:
    resb    9000
zeros_end:
