; Start of a process: from the kernel's entry state to TypeScript, and the syscalls that carry messages.
; Owns:    where the kernel put the start page and the first thread's message buffer.
; Called:  _start by the kernel, once; tsm_message by runtime/user/system.ts.

bits 64
default rel

%include "message.inc"

global _start
global tsm_process_start
global tsm_message
global tsm_message_space
global tsm_second_message_space
global tsm_thread_entry
extern tsm_start

section .text

; _start: entry point of every program (abi/start.ts).
;   in     rdi address of ProcessStart; rsi message buffer of this thread; rsp as if called
;   out    does not return
_start:
    xor     ebp, ebp                            ; ends the chain of frames for backtraces
    mov     [tsm_process_start], rdi
    and     rsp, -16
    call    tsm_start
    ud2

; tsm_message: one syscall with a message in registers (abi/syscall.ts).
;   in     rdi syscall number; rsi handle; rdx address of a Message
;   out    rax status; the Message holds what came back
;   lost   rcx rdx rsi rdi r8-r11
tsm_message:
    push    rbp
    mov     rbp, rsp
    push    rbx
    mov     rbx, rdx
    mov     eax, edi
    mov     edi, esi
    mov     rsi, [rbx + Message.label]
    mov     rdx, [rbx + Message.word0]
    mov     r10, [rbx + Message.word1]
    mov     r8, [rbx + Message.word2]
    mov     r9, [rbx + Message.word3]
    syscall
    mov     [rbx + Message.badge], rdi
    mov     [rbx + Message.label], rsi
    mov     [rbx + Message.word0], rdx
    mov     [rbx + Message.word1], r10
    mov     [rbx + Message.word2], r8
    mov     [rbx + Message.word3], r9
    pop     rbx
    pop     rbp
    ret

; tsm_thread_entry: first instruction of a thread that ThreadOperation.Start began.
;   in     rdi address of its function; rsi message buffer; rsp 16-byte aligned
;   out    does not return: the function ends by exiting the thread
tsm_thread_entry:
    xor     ebp, ebp
    call    rdi
    ud2

section .bss

alignb 8
tsm_process_start:  resq 1
tsm_message_space:  resb Message_size
tsm_second_message_space: resb Message_size
