; PVH entry: how a machine monitor (QEMU -kernel) starts the kernel file directly, with no disk and no firmware services.
; Linked into the kernel at KERNEL_VIRTUAL_BASE + physical address; runs at the physical address until the last jump.
; Owns:       the first page tables, the BootInfo and the first stack of a direct boot (all in the kernel's .bss)
; Invariants: (1) nothing below 4 GiB but this image is written to
;             (2) every failure ends in a message on VGA text and COM1 and a halt
; Called:     by the monitor, once, on the boot processor.
;   in        ebx hvm_start_info; 32-bit protected mode, flat segments, paging off, IF = 0; esp unknown
;   out       kernel_entry, as abi/boot-info.ts says: 64-bit, rdi = physical address of BootInfo
; Manual: Xen "x86/HVM direct boot ABI", start_info.h
;
;   monitor ──► pvh_entry ──► long mode possible? ──► start info complete? ──► archive whole? ──► BootInfo ──► kernel_entry
;                                   └────────────────────────┴───────────────────────┴──► pvh_fail: message, halt

%include "boot-info.inc"
%include "registers.inc"
%include "messages.inc"

%define PHYSICAL(symbol) ((symbol) - KERNEL_VIRTUAL_BASE)

extern kernel_entry
extern __image_start
extern __image_end
global pvh_entry

XEN_ELFNOTE_PHYS32_ENTRY    equ 18

; hvm_start_info, version 1
HVM_START_MAGIC             equ 0x336ec578
HvmStartInfo.magic              equ 0
HvmStartInfo.version            equ 4
HvmStartInfo.module_count       equ 12
HvmStartInfo.modules            equ 16          ; u64 address of HvmModule entries
HvmStartInfo.command_line       equ 24          ; u64 address of a zero-terminated text
HvmStartInfo.rsdp               equ 32          ; u64
HvmStartInfo.memory_map         equ 40          ; u64 address of entries laid out like MemoryRegion
HvmStartInfo.memory_map_count   equ 48
HvmModule.base                  equ 0           ; u64
HvmModule.size_bytes            equ 8           ; u64

BOOT_STACK_SIZE         equ 2 * PAGE_SIZE_BYTES
LOADER_REGIONS          equ 2                   ; kernel image and archive, after the monitor's own entries

VGA_TEXT                equ 0xb8000
VGA_TEXT_COLUMNS        equ 80
VGA_TEXT_ROWS           equ 25
VGA_BLANK               equ 0x0720              ; a space, light grey on black
VGA_ERROR_ATTRIBUTE     equ 0x4f                ; white on red

SELECTOR_CODE_64        equ 8
SELECTOR_DATA           equ 16

section .note.pvh note alloc noexec nowrite align=4
    dd      pvh_owner_end - pvh_owner
    dd      4
    dd      XEN_ELFNOTE_PHYS32_ENTRY
pvh_owner:
    db      "Xen", 0
pvh_owner_end:
    dd      PHYSICAL(pvh_entry)

section .text

    bits    32
pvh_entry:
    cli
    cld
    mov     esp, PHYSICAL(boot_stack_top)
    call    serial_initialise
    mov     esi, PHYSICAL(message_no_long_mode)
    push    ebx
    call    check_long_mode
    pop     ebx
    jc      pvh_fail
    rdtsc
    mov     [PHYSICAL(boot_info) + BootInfo.tscAtEntry], eax
    mov     [PHYSICAL(boot_info) + BootInfo.tscAtEntry + 4], edx
    mov     esi, PHYSICAL(message_no_start_info)
    cmp     dword [ebx + HvmStartInfo.magic], HVM_START_MAGIC
    jne     pvh_fail
    call    describe_image
    call    take_memory_map
    call    take_archive
    call    take_command_line
    mov     eax, [ebx + HvmStartInfo.rsdp]      ; ACPI tables of a monitor are always below 4 GiB
    mov     [PHYSICAL(boot_info) + BootInfo.rsdp], eax
    mov     ebx, PHYSICAL(boot_page_tables)
    mov     edx, [PHYSICAL(boot_info) + BootInfo.kernelBase]
    mov     ecx, [PHYSICAL(boot_info) + BootInfo.kernelSizeBytes]
    call    build_page_tables
    call    enable_long_mode
    lgdt    [PHYSICAL(boot_gdt_register)]
    jmp     SELECTOR_CODE_64:PHYSICAL(pvh_long_mode)

    bits    64
; pvh_long_mode: data segments, then the jump from the physical to the linked address.
pvh_long_mode:
    mov     eax, SELECTOR_DATA
    mov     ds, eax
    mov     es, eax
    mov     ss, eax
    xor     eax, eax
    mov     fs, eax
    mov     gs, eax
    mov     edi, PHYSICAL(boot_info)
    xor     ebp, ebp                            ; ends a walk of frame pointers
    mov     rax, kernel_entry
    jmp     rax

    bits    32
; describe_image: the fixed part of BootInfo, and where the image lies.
;   clobbers eax
describe_image:
    mov     dword [PHYSICAL(boot_info) + BootInfo.magic], BOOT_INFO_MAGIC & 0xffffffff
    mov     dword [PHYSICAL(boot_info) + BootInfo.magic + 4], BOOT_INFO_MAGIC >> 32
    mov     dword [PHYSICAL(boot_info) + BootInfo.version], BOOT_INFO_VERSION
    mov     dword [PHYSICAL(boot_info) + BootInfo.sizeBytes], BootInfo_size
    mov     dword [PHYSICAL(boot_info) + BootInfo.source], BootSource.Direct
    mov     eax, PHYSICAL(__image_start)
    mov     [PHYSICAL(boot_info) + BootInfo.kernelBase], eax
    neg     eax
    add     eax, PHYSICAL(__image_end)
    mov     [PHYSICAL(boot_info) + BootInfo.kernelSizeBytes], eax
    ret

; take_memory_map: copies the monitor's entries but the empty ones (qboot gives one) and adds one of kind Loader for the image.
; The kinds need no translation up to Bad, they are the numbers of the E820 interface; others count as reserved.
;   in       ebx hvm_start_info, boot_info.kernelBase and kernelSizeBytes
;   clobbers eax, ecx, edx, esi, edi
take_memory_map:
    mov     esi, PHYSICAL(message_no_memory_map)
    cmp     dword [ebx + HvmStartInfo.version], 1
    jb      pvh_fail
    mov     edx, [ebx + HvmStartInfo.memory_map_count]
    test    edx, edx
    jz      pvh_fail
    mov     esi, PHYSICAL(message_memory_map_large)
    cmp     edx, MEMORY_REGIONS_MAX - LOADER_REGIONS
    ja      pvh_fail
    mov     edi, PHYSICAL(memory_regions)
    mov     [PHYSICAL(boot_info) + BootInfo.memoryRegions], edi
    mov     esi, [ebx + HvmStartInfo.memory_map]
.entry:
    mov     eax, [esi + MemoryRegion.sizeBytes]
    or      eax, [esi + MemoryRegion.sizeBytes + 4]
    jz      .empty
    mov     ecx, MemoryRegion_size / 4
    rep movsd
    mov     eax, [edi - MemoryRegion_size + MemoryRegion.kind]
    dec     eax
    cmp     eax, MemoryKind.Bad
    jb      .known
    mov     dword [edi - MemoryRegion_size + MemoryRegion.kind], MemoryKind.Reserved
.known:
    inc     dword [PHYSICAL(boot_info) + BootInfo.memoryRegionCount]
    dec     edx
    jnz     .entry
    jmp     .image
.empty:
    add     esi, MemoryRegion_size
    dec     edx
    jnz     .entry
.image:
    mov     eax, [PHYSICAL(boot_info) + BootInfo.kernelBase]
    mov     edx, [PHYSICAL(boot_info) + BootInfo.kernelSizeBytes]
    jmp     add_loader_region

; add_loader_region: one more entry of the memory map.
;   in       eax address, edx size in bytes; below 4 GiB
;   clobbers ecx
add_loader_region:
    imul    ecx, [PHYSICAL(boot_info) + BootInfo.memoryRegionCount], MemoryRegion_size
    mov     [PHYSICAL(memory_regions) + ecx + MemoryRegion.base], eax
    mov     [PHYSICAL(memory_regions) + ecx + MemoryRegion.sizeBytes], edx
    mov     dword [PHYSICAL(memory_regions) + ecx + MemoryRegion.kind], MemoryKind.Loader
    inc     dword [PHYSICAL(boot_info) + BootInfo.memoryRegionCount]
    ret

; take_archive: the first module is the boot archive; without modules the kernel gets none.
;   in       ebx hvm_start_info
;   clobbers eax, ecx, edx, esi, edi
take_archive:
    cmp     dword [ebx + HvmStartInfo.module_count], 0
    je      .done
    mov     edi, [ebx + HvmStartInfo.modules]
    mov     eax, [edi + HvmModule.base]
    mov     edx, [edi + HvmModule.size_bytes]
    mov     [PHYSICAL(boot_info) + BootInfo.archiveBase], eax
    mov     [PHYSICAL(boot_info) + BootInfo.archiveSizeBytes], edx
    call    add_loader_region
    mov     esi, eax
    mov     ecx, edx
    call    verify_trailer
    mov     esi, PHYSICAL(message_archive_damaged)
    jc      pvh_fail
.done:
    ret

; take_command_line: copies the text, because the monitor's copy lies in memory that the map calls usable.
;   in       ebx hvm_start_info
;   clobbers eax, ecx, esi, edi
take_command_line:
    mov     esi, [ebx + HvmStartInfo.command_line]
    test    esi, esi
    jz      .done
    mov     edi, PHYSICAL(command_line)
    mov     [PHYSICAL(boot_info) + BootInfo.commandLine], edi
    xor     ecx, ecx
.next:
    lodsb
    test    al, al
    jz      .end
    stosb
    inc     ecx
    cmp     ecx, COMMAND_LINE_SIZE_MAX
    jbe     .next
    mov     esi, PHYSICAL(message_command_line_long)
    jmp     pvh_fail
.end:
    mov     [PHYSICAL(boot_info) + BootInfo.commandLineSizeBytes], ecx
.done:
    ret

; pvh_fail: the last words, on COM1 and on the VGA text screen, if there is one; then the processor sleeps for ever.
;   in       esi message
pvh_fail:
    mov     ebx, esi
    mov     esi, PHYSICAL(message_prefix)
    call    serial_write_string
    mov     esi, ebx
    call    serial_write_string
    mov     esi, PHYSICAL(message_line_end)
    call    serial_write_string
    mov     edi, VGA_TEXT
    mov     eax, VGA_BLANK << 16 | VGA_BLANK
    mov     ecx, VGA_TEXT_COLUMNS * VGA_TEXT_ROWS / 2
    rep stosd
    mov     edi, VGA_TEXT
    mov     ah, VGA_ERROR_ATTRIBUTE
    mov     esi, PHYSICAL(message_prefix)
    call    .write
    mov     esi, ebx
    call    .write
.halt:
    cli
    hlt
    jmp     .halt
.character:
    stosw
.write:                                         ; text at esi to the cells at edi, attribute ah
    lodsb
    test    al, al
    jnz     .character
    ret

%include "serial.inc"
%include "enter-long-mode.inc"
%include "long-mode.inc"
%include "trailer.inc"

section .rodata
    align   8
boot_gdt:
    dq      0, GDT_CODE_64, GDT_DATA
boot_gdt_end:
boot_gdt_register:
    dw      boot_gdt_end - boot_gdt - 1
    dd      PHYSICAL(boot_gdt)

message_prefix:
    db      TEXT_NAME, 0
message_line_end:
    db      13, 10, 0
message_no_long_mode:
    db      "this processor has no 64-bit mode. Use a 64-bit x86 processor (QEMU: -cpu qemu64 or newer).", 0
message_no_start_info:
    db      "no start info. Start this file through a PVH loader such as QEMU's -kernel.", 0
message_no_memory_map:
    db      "the loader gave no memory map. Use QEMU 4.0 or newer.", 0
message_memory_map_large:
    db      "the memory map has too many entries.", 0
message_archive_damaged:
    db      "the boot archive (-initrd) is damaged. Build it again.", 0
message_command_line_long:
    db      "the command line (-append) is longer than 4096 bytes.", 0

section .bss nobits alloc noexec write align=4096
    alignb  PAGE_SIZE_BYTES
boot_page_tables:
    resb    BOOT_PAGE_TABLES_SIZE
boot_stack:
    resb    BOOT_STACK_SIZE
boot_stack_top:
command_line:
    resb    COMMAND_LINE_SIZE_MAX + 1
    alignb  16
memory_regions:
    resb    MEMORY_REGIONS_MAX * MemoryRegion_size
    alignb  16
boot_info:
    resb    BootInfo_size
