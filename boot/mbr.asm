; MBR: sector 0 of the disk. Reads stage 2 from the sectors behind it, proves it whole, and enters it.
; Invariants: (1) bytes 3 to 0x59 stay zero: some BIOSes take a USB stick for a floppy disk and patch a parameter block there
;             (2) only the drive that the BIOS started from is read
;             (3) at most 440 bytes: disk signature and partition table follow
; Called:     by the BIOS at 0000:7c00 or 07c0:0000, real mode.
;   in        dl drive number (wrong on some BIOSes)
;   out       STAGE2_ADDRESS + Stage2Header_size: cs ds es ss = 0, dl drive number, sp = LOADER_STACK_TOP, IF = 1
; Manual: Phoenix "BIOS Enhanced Disk Drive Specification" 3.0
;
;   BIOS ──► MBR ──► read first sector of stage 2 ──► header? ──► read the rest ──► checksum? ──► stage 2
;                           └── error: message on screen and COM1, halt ──┘

%include "boot-info.inc"
%include "stage2-layout.inc"

BIOS_PARAMETER_BLOCK_END    equ 0x5a
MBR_CODE_SIZE_MAX           equ 440
FIRST_HARD_DISK             equ 0x80
READ_TRIES                  equ 3

UART_BASE           equ 0x3f8
UART_LINE_STATUS    equ 0x3fd
LINE_STATUS_TRANSMIT_EMPTY equ 0x20

    org     0x7c00
    bits    16

    jmp     short start
    nop
    times   BIOS_PARAMETER_BLOCK_END - ($ - $$) db 0

start:
    xor     ax, ax
    mov     ss, ax                              ; no interrupt comes between this and the next instruction
    mov     sp, LOADER_STACK_TOP
    mov     ds, ax
    mov     es, ax
    jmp     0:.normal                           ; some BIOSes enter at 07c0:0000
.normal:
    sti
    cld
    test    dl, dl                              ; a floppy's or no number at all: the first hard disk is the better guess
    js      .drive_known
    mov     dl, FIRST_HARD_DISK
.drive_known:                                   ; dl stays the drive from here on
    mov     bl, 1
    call    read_sectors
    mov     si, STAGE2_ADDRESS
    cmp     dword [si + Stage2Header.magic], STAGE2_MAGIC
    jne     damaged
    mov     ax, [si + Stage2Header.size_bytes + 1]
    shr     ax, 1                               ; size / 512
    dec     ax                                  ; sectors still to come
    cmp     ax, STAGE2_SECTORS_MAX - 1
    jae     damaged
    mov     bl, al
    add     byte [packet.offset + 1], SECTOR_SIZE >> 8
    inc     byte [packet.first_sector]
    call    read_sectors

    mov     cx, [si + Stage2Header.size_bytes]
    sub     cx, Stage2Header_size
    shr     cx, 2
    add     si, Stage2Header_size
    mov     eax, BOOT_CHECKSUM_START
.word:
    xor     eax, [si]
    imul    eax, eax, BOOT_CHECKSUM_PRIME
    add     si, 4
    loop    .word
    cmp     eax, [STAGE2_ADDRESS + Stage2Header.checksum]
    jne     damaged
    jmp     STAGE2_ADDRESS + Stage2Header_size

; read_sectors: bl sectors as the packet says, from drive dl, with retries.
;   out      all registers preserved; returns only after success
read_sectors:
    pushad                                      ; some BIOSes destroy upper halves and more
.try:
    popad
    pushad
    mov     [packet.sectors], bl                ; a failed try leaves the number of sectors that it managed
    mov     ah, 0x42                            ; extended read
    mov     si, packet
    int     0x13
    jnc     .done
    popad
    pushad
    mov     ah, 0                               ; reset the drive
    int     0x13
    dec     byte [tries_left]
    jnz     .try
    mov     si, message_unreadable
    jmp     fail
.done:
    popad
    ret

damaged:
    mov     si, message_damaged
; fail: prints the message at si and the cure, then sleeps.
fail:
    push    si
    mov     si, message_name
    call    print
    pop     si
    call    print
    mov     si, message_cure
    call    print
.halt:
    hlt
    jmp     .halt

; print: the zero-terminated text at si, on the screen and on COM1 (set to 115200 baud each time).
print:
    mov     bx, uart_setup
.setup:
    mov     dx, UART_BASE
    mov     ax, [bx]
    add     dl, ah
    out     dx, al
    inc     bx
    inc     bx
    cmp     bx, uart_setup_end
    jb      .setup
.next:
    lodsb
    test    al, al
    jz      .done
    push    ax
    mov     ah, 0x0e                            ; teletype output
    xor     bx, bx
    int     0x10
    xor     cx, cx                              ; bound: 65536 looks
.wait:
    mov     dx, UART_LINE_STATUS
    in      al, dx
    test    al, LINE_STATUS_TRANSMIT_EMPTY
    loopz   .wait
    pop     ax
    mov     dl, UART_BASE & 0xff
    out     dx, al
    jmp     .next
.done:
    ret

; value, register: divisor latch on, divisor 1, 8N1
uart_setup:
    db      0x80, 3, 1, 0, 0, 1, 0x03, 3
uart_setup_end:

message_name:
    db      "microkernel: ", 0
message_unreadable:
    db      "the BIOS cannot read the disk.", 0
message_damaged:
    db      "the boot loader is damaged.", 0
message_cure:
    db      " Write the disk image again.", 13, 10, 0

tries_left:                                     ; for both reads together
    db      READ_TRIES
packet:                                         ; disk address packet
    db      16, 0
.sectors:
    dw      0
.offset:
    dw      STAGE2_ADDRESS
    dw      0
.first_sector:
    dq      STAGE2_FIRST_SECTOR

%if ($ - $$) > MBR_CODE_SIZE_MAX
%error "the MBR code is too long"
%endif
