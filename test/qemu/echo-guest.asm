; Echo guest: the smallest machine the harness can be tried on, entered by PVH in 32-bit protected mode.
; Writes a line to the VGA text screen and to COM1, then answers each byte it receives:
;   'q'  debug exit with value 0x10      'r'  reset through the 8042      'k'  waits for a key and prints its scan code
;   any other byte comes back in brackets
; in     flat 32-bit segments, paging off (PVH), IF = 0
; stack  own, 256 bytes

bits 32
org 0x100000                                    ; where echo-guest.ts has it loaded; the note must come first

COM1                equ 0x3f8
LINE_STATUS         equ COM1 + 5
LINE_STATUS_READY   equ 0x01
LINE_STATUS_EMPTY   equ 0x20
DEBUG_EXIT          equ 0xf4
KEYBOARD_DATA       equ 0x60
KEYBOARD_COMMAND    equ 0x64
KEYBOARD_READY      equ 0x01
KEYBOARD_RESET      equ 0xfe
VGA_TEXT            equ 0xb8000
XEN_NOTE_PHYS32     equ 18

note:
    dd      4, 4, XEN_NOTE_PHYS32
    db      "Xen", 0
    dd      start

start:
    mov     esp, stack_top
    mov     esi, greeting
    mov     edi, VGA_TEXT
    mov     ah, 0x07                            ; light grey on black
.cell:
    lodsb
    cmp     al, 10
    je      .shown
    stosw
    jmp     .cell
.shown:                                         ; the line on COM1 comes last: whoever sees it finds the screen written
    mov     esi, greeting
    call    print

read:
    call    receive
    cmp     al, 'q'
    je      leave_qemu
    cmp     al, 'r'
    je      reset
    cmp     al, 'k'
    je      key
    mov     [bracketed + 1], al
    mov     esi, bracketed
    call    print
    jmp     read

leave_qemu:
    mov     al, 0x10
    out     DEBUG_EXIT, al
    hlt

reset:
    mov     al, KEYBOARD_RESET
    out     KEYBOARD_COMMAND, al
    hlt

key:
    pause
    in      al, KEYBOARD_COMMAND
    test    al, KEYBOARD_READY
    jz      key
    in      al, KEYBOARD_DATA
    mov     ecx, 2
.digit:
    rol     al, 4
    movzx   ebx, al
    and     ebx, 15
    mov     bl, [hexadecimal + ebx]
    mov     [scan_code + 4], bl
    cmp     ecx, 2
    jne     .last
    mov     [scan_code + 3], bl
.last:
    loop    .digit
    mov     esi, scan_code
    call    print
    jmp     read

; receive: al = next byte from COM1
receive:
    mov     edx, LINE_STATUS
.wait:
    pause
    in      al, dx
    test    al, LINE_STATUS_READY
    jz      .wait
    mov     edx, COM1
    in      al, dx
    ret

; print: the line at esi, up to and with its line feed; clobbers eax, ebx, edx, esi
print:
    mov     edx, LINE_STATUS
.wait:
    in      al, dx
    test    al, LINE_STATUS_EMPTY
    jz      .wait
    mov     edx, COM1
    lodsb
    out     dx, al
    cmp     al, 10
    jne     print
    ret

greeting:       db "echo guest ready", 10
bracketed:      db "[ ]", 10
scan_code:      db "key00", 10
hexadecimal:    db "0123456789abcdef"

stack_top       equ $ + 256

