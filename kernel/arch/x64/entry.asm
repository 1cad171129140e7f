; Kernel entry: from the loader's state to the kernel's own stack, then to TypeScript.
; Owns:       the kernel stack and the interrupt stacks of the boot processor, each above an unmapped guard page
; Invariants: (1) nothing of the loader's stack is used after the first instruction
; Called:     by every boot path, once, on the boot processor, as abi/boot-info.ts says
;   in        rdi physical address of BootInfo; long mode, IF = 0, first 4 GiB mapped one to one by entry 0 of the PML4
;   out       never returns: the first thread runs, or the processor idles
; Manual: none

%include "boot-info.inc"
%include "cpu-block.inc"

    bits    64
    default rel

extern __initialize
extern kernel_main
extern exit_to_user

global kernel_entry
global kernel_stack_guard
global kernel_stack_top
global ist_stack_guards
global ist_stacks_stride

PAGE_SIZE               equ 4096
PML4_ENTRY_MASK         equ ~0xfff
DIRECT_MAP_PML4_OFFSET  equ 256 * 8             ; entry of 0xffff_8000_0000_0000
IST_COUNT               equ 4

section .text

kernel_entry:
    cli
    cld
    mov     rsp, kernel_stack_top - 16
    xor     ebp, ebp                            ; ends a walk of frame pointers
    mov     rax, cr3                            ; the loader's identity map also becomes the direct map,
    and     rax, PML4_ENTRY_MASK                ; until memory/kernel-space.ts builds the real one
    mov     rcx, [rax]
    mov     [rax + DIRECT_MAP_PML4_OFFSET], rcx
    mov     [rsp], rdi
    call    __initialize
    mov     rdi, [rsp]
    call    kernel_main
    jmp     exit_to_user

section .bss nobits alloc noexec write align=4096
    alignb  PAGE_SIZE
kernel_stack_guard:
    resb    PAGE_SIZE
    resb    KERNEL_STACK_SIZE_BYTES
kernel_stack_top:

ist_stacks_stride equ PAGE_SIZE + IST_STACK_SIZE_BYTES
ist_stack_guards:                               ; IST_COUNT times: guard page, then stack
    resb    IST_COUNT * ist_stacks_stride
