; Start of another program: the one part that a process with shared memory must do without a stack of its own.
; Called:  by services/children.ts. Manual: Linux man-pages, section 2: vfork, dup2, chdir, execve.

bits 64
default rel

SYSCALL_DUP2    equ 33
SYSCALL_VFORK   equ 58
SYSCALL_EXECVE  equ 59
SYSCALL_CHDIR   equ 80
SYSCALL_EXIT    equ 231
STATUS_NO_START equ 127

; The request, as services/children.ts lays it out.
REQUEST_PATH     equ 0
REQUEST_WORDS    equ 8
REQUEST_SETTINGS equ 16
REQUEST_FOLDER   equ 24                         ; 0 for the one this process is in
REQUEST_STREAMS  equ 32                         ; three descriptors, 32 bits each
REQUEST_ERROR    equ 48

global tsm_start_child

section .text

; tsm_start_child: starts a program beside this one, which waits until it has begun.
;   in     rdi the request
;   out    rax its process, or the negative number of an error; [request.error] what kept the program from beginning
;   lost   rcx, rdx, rsi, rdi, r8, r9, r11
;   stack  not written by the child: it is the parent's
tsm_start_child:
    mov     r8, rdi
    mov     eax, SYSCALL_VFORK
    syscall
    test    rax, rax
    jnz     .done
    xor     r9d, r9d                            ; the stream that is set next
.stream:
    mov     edi, [r8 + REQUEST_STREAMS + r9 * 4]
    mov     esi, r9d
    cmp     edi, esi
    je      .next                               ; it has that one already
    mov     eax, SYSCALL_DUP2
    syscall
    test    rax, rax
    js      .failed
.next:
    inc     r9d
    cmp     r9d, 3
    jb      .stream
    mov     rdi, [r8 + REQUEST_FOLDER]
    test    rdi, rdi
    jz      .execute
    mov     eax, SYSCALL_CHDIR
    syscall
    test    rax, rax
    js      .failed
.execute:
    mov     rdi, [r8 + REQUEST_PATH]
    mov     rsi, [r8 + REQUEST_WORDS]
    mov     rdx, [r8 + REQUEST_SETTINGS]
    mov     eax, SYSCALL_EXECVE
    syscall
.failed:
    mov     [r8 + REQUEST_ERROR], rax
    mov     edi, STATUS_NO_START
    mov     eax, SYSCALL_EXIT
    syscall
.done:
    ret

section .note.GNU-stack noalloc noexec nowrite progbits
