; Start of a Linux executable: from the kernel's initial stack to TypeScript.
; Owns:    the memory that the runtime needs before it has a heap: the output buffer, the top of the stack, a time.
; Called:  by Linux, once. Manual: System V psABI, "Process Initialization".

bits 64
default rel

OUTPUT_BUFFER_SIZE equ 65536
FAULT_STACK_SIZE   equ 65536

; siginfo_t.si_addr and the saved registers in ucontext_t.uc_mcontext
SIGNAL_ADDRESS     equ 16
CONTEXT_RBP        equ 120
CONTEXT_RSP        equ 160
CONTEXT_RIP        equ 168

global _start
global tsm_output_buffer
global tsm_initial_stack
global tsm_clock_time
global tsm_fault_entry
global tsm_signal_return
global tsm_fault_stack
extern tsm_start
extern tsm_fault

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

; tsm_fault_entry: what Linux calls on a fault, on the fault stack.
;   in     rdi signal number, rsi siginfo_t, rdx ucontext_t (both in the layout of the kernel's uapi headers)
;   out    does not return
tsm_fault_entry:
    xor     ebp, ebp
    mov     r8, rdi
    mov     rdi, [rsi + SIGNAL_ADDRESS]
    mov     rsi, [rdx + CONTEXT_RIP]
    mov     rcx, [rdx + CONTEXT_RSP]
    mov     rdx, [rdx + CONTEXT_RBP]
    and     rsp, -16
    call    tsm_fault
    ud2

; tsm_signal_return: Linux wants it, and nothing returns to it.
tsm_signal_return:
    ud2

section .bss

alignb 16
tsm_output_buffer:  resb OUTPUT_BUFFER_SIZE
tsm_initial_stack:  resq 1
tsm_clock_time:     resq 2                      ; seconds, nanoseconds
alignb 16
tsm_fault_stack:    resb FAULT_STACK_SIZE

section .note.GNU-stack noalloc noexec nowrite progbits
