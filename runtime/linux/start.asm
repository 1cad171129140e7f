; Start of a Linux executable: from the kernel's initial stack to TypeScript.
; Owns:    the memory that the runtime needs before it has a heap: the output buffer, the top of the stack.
; Called:  by Linux, once. Manual: System V psABI, "Process Initialization".

bits 64
default rel

OUTPUT_BUFFER_SIZE equ 65536

global _start
global tsm_output_buffer
global tsm_initial_stack
extern tsm_start

section .text

; _start: the entry point of the executable.
;   in     [rsp] argument count; [rsp + 8] argument pointers, 0; then the environment's pointers, 0
;   out    does not return
_start:
    xor     ebp, ebp                            ; ends the chain of frames for backtraces
    mov     [tsm_initial_stack], rsp
    mov     rdi, rsp
    and     rsp, -16
    call    tsm_start
    ud2

section .bss

alignb 16
tsm_output_buffer:  resb OUTPUT_BUFFER_SIZE
tsm_initial_stack:  resq 1

section .note.GNU-stack noalloc noexec nowrite progbits
