; Faulty BIOS: a sector 0 that puts itself between the BIOS and the real MBR (kept in REAL_MBR_SECTOR) and plays a fault
; that real BIOSes have shown. FAULT, from the command line, names it; the partition table stays where it was.
; Called:     by the BIOS at 0000:7c00.
;   in        dl drive number
;   out       the real MBR at 0000:7c00 or 07c0:0000, INT 13h and INT 15h hooked

REAL_MBR_SECTOR     equ 2040
RESIDENT_SEGMENT    equ 0x9000                  ; above everything the loader uses, below the extended BIOS data
CODE_SIZE_MAX       equ 440
JUNK                equ 0xdead0000
CARRY_IN_FRAME      equ 1
FRAME_FLAGS         equ 4                       ; behind the return address of an interrupt, from its sp

FAULT_NONE              equ 0
FAULT_NO_MEMORY_MAP     equ 1
FAULT_ENDLESS_MAP       equ 2                   ; never says that the list is over
FAULT_HOLE_AT_2_MIB     equ 3                   ; a reserved entry over a usable one, where the kernel wants to go
FAULT_NO_EDD            equ 4
FAULT_LARGE_SECTORS     equ 5
FAULT_CLOBBER           equ 6                   ; upper halves and segment registers destroyed by every disk call
FAULT_WRONG_DRIVE       equ 7                   ; no drive number, and entered at 07c0:0000
FAULT_A20_LIE           equ 8                   ; A20 off, and a BIOS call that says it is on

    bits    16
    org     0

start:
    xor     ax, ax
    mov     ss, ax
    mov     sp, 0x7c00
    mov     ds, ax
    mov     ax, RESIDENT_SEGMENT
    mov     es, ax
    cld
    mov     si, 0x7c00
    xor     di, di
    mov     cx, 512 / 2
    rep movsw
    jmp     RESIDENT_SEGMENT:resident

resident:
    sti
    mov     eax, [0x13 * 4]
    mov     [cs:old_disk], eax
    mov     eax, [0x15 * 4]
    mov     [cs:old_system], eax
    mov     word [0x13 * 4], disk_hook
    mov     [0x13 * 4 + 2], cs
    mov     word [0x15 * 4], system_hook
    mov     [0x15 * 4 + 2], cs
    push    cs
    pop     ds
    mov     si, packet
    mov     ah, 0x42
    pushf
    call    far [old_disk]
%if FAULT == FAULT_WRONG_DRIVE
    mov     dl, 1
    jmp     0x07c0:0
%endif
%if FAULT == FAULT_A20_LIE
    in      al, 0x92
    and     al, ~3 & 0xff
    out     0x92, al
%endif
    jmp     0:0x7c00

; disk_hook: INT 13h.
disk_hook:
%if FAULT == FAULT_NO_EDD
    cmp     ah, 0x41
    je      fail
%endif
%if FAULT == FAULT_LARGE_SECTORS
    cmp     ah, 0x48
    jne     .pass
    mov     word [si + 24], 4096
    jmp     succeed
.pass:
%endif
%if FAULT == FAULT_CLOBBER
    pushf
    call    far [cs:old_disk]
    pushf
    movzx   eax, ax
    or      ebx, JUNK
    or      ecx, JUNK
    or      edx, JUNK
    or      esi, JUNK
    or      edi, JUNK
    or      ebp, JUNK
    push    cs
    pop     fs
    push    cs
    pop     gs
    popf
    jc      fail
    jmp     succeed
%endif
    jmp     far [cs:old_disk]

; system_hook: INT 15h.
system_hook:
%if FAULT == FAULT_A20_LIE
    cmp     ax, 0x2401
    je      succeed
%endif
    cmp     eax, 0xe820
    je      memory_map
.pass:
    jmp     far [cs:old_system]
memory_map:
%if FAULT == FAULT_NO_MEMORY_MAP
    jmp     fail
%elif FAULT == FAULT_ENDLESS_MAP || FAULT == FAULT_HOLE_AT_2_MIB
    mov     ecx, ebx
    cmp     ecx, MAP_ENTRIES - 1
    jbe     .entry
    mov     ecx, MAP_ENTRIES - 1                ; beyond the table: the last one, moved up
.entry:
    imul    cx, cx, 20
    push    si
    push    di
    mov     si, map
    add     si, cx
    mov     cx, 20 / 2
    cs rep movsw
    pop     di
    pop     si
    mov     ecx, ebx
    shl     ecx, 13
    cmp     ebx, MAP_ENTRIES
    jb      .placed
    add     [di], ecx
.placed:
    inc     ebx
%if FAULT == FAULT_HOLE_AT_2_MIB
    cmp     ebx, MAP_ENTRIES
    jb      .more
    xor     ebx, ebx
.more:
%endif
    mov     eax, 0x534d4150
    mov     ecx, 20
    jmp     succeed
%else
    jmp     system_hook.pass
%endif

succeed:
    push    bp
    mov     bp, sp
    and     byte [bp + 2 + FRAME_FLAGS], ~CARRY_IN_FRAME & 0xff
    pop     bp
    iret
fail:
    push    bp
    mov     bp, sp
    or      byte [bp + 2 + FRAME_FLAGS], CARRY_IN_FRAME
    pop     bp
    iret

    align   4, db 0
old_disk:
    dd      0
old_system:
    dd      0
packet:                                         ; the real MBR to 0000:7c00
    db      16, 0
    dw      1, 0x7c00, 0
    dq      REAL_MBR_SECTOR

; base, size, type: usable low memory, usable memory to 64 MiB, the hole, a small piece above 4 GiB
map:
    dq      0, 0x9f000
    dd      1
    dq      0x100000, 0x3f00000
    dd      1
    dq      0x210000, 0x1000
    dd      2
    dq      0x100000000, 0x1000
    dd      1
MAP_ENTRIES         equ ($ - map) / 20

%if ($ - $$) > CODE_SIZE_MAX
%error "too long"
%endif
