; Stage 2: the BIOS loader. Reads kernel, archive and command line from the FAT32 partition and starts the kernel.
; Owns:       low memory as drawn in stage2-layout.inc; BIOS services until start_kernel
; Invariants: (1) main flow is 32-bit code with flat segments and IF = 0; the BIOS is entered through bios_interrupt only
;             (2) nothing above 1 MiB is written outside Usable entries of the memory map
;             (3) every failure ends in fail or fail_file: a message on screen and COM1 that says what to do, never a reset
; Called:     by the MBR.
;   in        cs ds es ss = 0, dl drive number, sp = LOADER_STACK_TOP, IF = 1, this file whole at STAGE2_ADDRESS
;   out       kernel_entry, as abi/boot-info.ts says
;
;   real mode     stage2_start ──► A20
;   32-bit        main: long mode? ──► memory map ──► disk ──► FAT32 ──► kernel, archive ──► command line ──► video ──► tables
;   64-bit        long_mode_start ──► kernel

%include "boot-info.inc"
%include "registers.inc"
%include "stage2-layout.inc"
%include "messages.inc"

    org     STAGE2_ADDRESS
    bits    16

    dd      STAGE2_MAGIC
    dd      stage2_end - STAGE2_ADDRESS
    dd      0                                   ; checksum

stage2_start:
    mov     [drive], dl
    mov     ax, VIDEO_SET_MODE << 8 | VIDEO_MODE_TEXT
    int     0x10                                ; a clean 80 x 25 text screen, whatever the firmware showed
    call    enable_a20
    setc    [a20_failed]
    cli
    lgdt    [gdt_register]
    mov     eax, cr0
    or      eax, CR0_PE
    mov     cr0, eax
    jmp     dword SELECTOR_CODE_32:main

VIDEO_SET_MODE      equ 0x00
VIDEO_MODE_TEXT     equ 0x03

%include "stage2-a20.inc"

    bits    32
; main: the whole start, one call a step. Steps that fail do not return.
main:
    mov     eax, SELECTOR_DATA
    mov     ds, eax
    mov     es, eax
    mov     fs, eax
    mov     gs, eax
    mov     ss, eax
    movzx   esp, sp
    cld
    call    serial_initialise
    mov     esi, message_no_long_mode
    call    check_long_mode
    jc      fail
    call    begin_boot_info                     ; takes the time, so it comes as early as RDTSC is known to exist
    mov     esi, message_start
    call    print_line
    mov     esi, message_no_a20
    cmp     byte [a20_failed], 0
    jne     fail
    call    read_memory_map                     ; BootInfo.memoryRegions from E820
    call    open_disk                           ; EDD there, sectors of 512 bytes
    call    mount_fat32                         ; the partition
    call    find_boot_files                     ; kernel, modules, cmdline in folder boot
    call    place_files                         ; addresses for image, archive and the kernel file itself
    call    load_archive                        ; read and verified
    call    load_kernel                         ; read, verified, segments in place
    call    load_command_line
    call    find_rsdp
    call    choose_video                        ; last: after it the screen shows no more BIOS text
    jmp     start_kernel

; begin_boot_info: zeroes BootInfo and fills in what is known from the start.
;   clobbers eax, ecx, edx, edi
begin_boot_info:
    mov     edi, LOADER_BOOT_INFO
    mov     ecx, BootInfo_size / 4
    xor     eax, eax
    rep stosd
    rdtsc
    mov     [LOADER_BOOT_INFO + BootInfo.tscAtEntry], eax
    mov     [LOADER_BOOT_INFO + BootInfo.tscAtEntry + 4], edx
    mov     dword [LOADER_BOOT_INFO + BootInfo.magic], BOOT_INFO_MAGIC & 0xffffffff
    mov     dword [LOADER_BOOT_INFO + BootInfo.magic + 4], BOOT_INFO_MAGIC >> 32
    mov     dword [LOADER_BOOT_INFO + BootInfo.version], BOOT_INFO_VERSION
    mov     dword [LOADER_BOOT_INFO + BootInfo.sizeBytes], BootInfo_size
    mov     dword [LOADER_BOOT_INFO + BootInfo.source], BootSource.Bios
    ret

; start_kernel: page tables, long mode, and the jump.
start_kernel:
    mov     ebx, LOADER_PAGE_TABLES
    mov     edx, [LOADER_BOOT_INFO + BootInfo.kernelBase]
    mov     ecx, [LOADER_BOOT_INFO + BootInfo.kernelSizeBytes]
    call    build_page_tables
    call    enable_long_mode
    jmp     SELECTOR_CODE_64:long_mode_start

    bits    64
long_mode_start:
    mov     eax, SELECTOR_DATA
    mov     ds, eax
    mov     es, eax
    mov     ss, eax
    xor     eax, eax
    mov     fs, eax
    mov     gs, eax
    mov     esp, LOADER_KERNEL_STACK_TOP
    mov     edi, LOADER_BOOT_INFO
    xor     ebp, ebp                            ; ends a walk of frame pointers
    jmp     [abs kernel_entry_address]

    bits    32
%include "stage2-bios.inc"
%include "stage2-memory.inc"
%include "stage2-disk.inc"
%include "stage2-fat32.inc"
%include "stage2-files.inc"
%include "stage2-video.inc"
%include "enter-long-mode.inc"
%include "long-mode.inc"
%include "elf64.inc"
%include "trailer.inc"
%include "serial.inc"
%include "stage2-messages.inc"

    align   8, db 0
gdt:
    dq      0
SELECTOR_CODE_64    equ $ - gdt
    dq      GDT_CODE_64
SELECTOR_DATA       equ $ - gdt
    dq      GDT_DATA
SELECTOR_CODE_32    equ $ - gdt
    dq      GDT_CODE_32
SELECTOR_CODE_16    equ $ - gdt
    dq      GDT_CODE_16
SELECTOR_DATA_16    equ $ - gdt
    dq      GDT_DATA_16
gdt_end:
gdt_register:
    dw      gdt_end - gdt - 1
    dd      gdt

kernel_entry_address:
    dq      0
a20_failed:
    db      0
drive:
    db      0

    align   SECTOR_SIZE, db 0
stage2_end:
%if ($ - $$) > STAGE2_SECTORS_MAX * SECTOR_SIZE
%error "stage 2 is too long"
%endif
