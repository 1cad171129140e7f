; Traps: every way into the kernel and the one way out.
; Owns:       the boot processor's CPU block, GDT, task state segment and IDT; the 256 stubs
; Invariants: (1) the kernel runs with IF = 0 on one stack for each processor; only the idle loop lets interrupts in
;             (2) on entry from user mode all registers that may change are stored in the running thread's trap frame
;             (3) whoever handle_trap or a syscall handler made current (CpuBlock.frame) is who runs next
; Called:     by the CPU
; Manual: SDM 3A "Exception and Interrupt Handling in 64-Bit Mode", SDM 2B "SYSCALL", "SYSRET", "SWAPGS"
;
;   interrupt, exception ──► trap_stub n ──► trap_common ──► handle_trap ───────┐
;   SYSCALL ──► syscall_entry ──► syscall_table[n] ──┬─ same thread ──► SYSRET  │
;                                                    └─ other thread ─► exit_to_user ──► SYSRET / IRETQ / idle

%include "trap-frame.inc"
%include "cpu-block.inc"
%include "syscall.inc"
%include "status.inc"

    bits    64
    default rel

extern handle_trap
extern handle_kernel_trap
extern handle_fatal_trap
extern syscall_table
extern kernel_stack_top

global trap_stubs
global syscall_entry
global exit_to_user
global boot_cpu
global boot_gdt_table
global boot_gdt_table_end
global boot_task_state
global boot_idt
global boot_fpu_area

RFLAGS_TF               equ 0x100
RFLAGS_RESERVED_ONE     equ 2
VECTOR_DEBUG            equ 1

section .text

; trap_stubs: one for each vector, TRAP_STUB_SIZE_BYTES apart. Some exceptions bring an error code, the others get a zero.
    align   TRAP_STUB_SIZE_BYTES
trap_stubs:
%assign vector 0
%rep VECTOR_COUNT
    align   TRAP_STUB_SIZE_BYTES
    %if vector = 8 || (vector >= 10 && vector <= 14) || vector = 17 || vector = 21 || vector = 29 || vector = 30
    %else
    push    0
    %endif
    push    vector
    %if vector = 2 || vector = 8 || vector = 18
    jmp     near trap_fatal
    %elif vector = VECTOR_DEBUG
    jmp     near trap_debug
    %else
    jmp     near trap_common
    %endif
%assign vector vector + 1
%endrep

; SAVE_REGISTERS, RESTORE_REGISTERS: the lower part of a TrapFrame, at rsp.
%macro SAVE_REGISTERS 0
    push    rax
    push    rbx
    push    rcx
    push    rdx
    push    rsi
    push    rdi
    push    rbp
    push    r8
    push    r9
    push    r10
    push    r11
    push    r12
    push    r13
    push    r14
    push    r15
%endmacro

%macro RESTORE_REGISTERS 0
    pop     r15
    pop     r14
    pop     r13
    pop     r12
    pop     r11
    pop     r10
    pop     r9
    pop     r8
    pop     rbp
    pop     rdi
    pop     rsi
    pop     rdx
    pop     rcx
    pop     rbx
    pop     rax
%endmacro

; trap_common: interrupts and exceptions.
;   in       stack: the thread's trap frame (RSP0), or the kernel stack when the kernel itself was interrupted; filled down to vector
;   out      exit_to_user
trap_common:
    SAVE_REGISTERS
    push    RFLAGS_RESERVED_ONE                 ; AC and DF may be the user's: with AC set, SMAP would not protect the kernel
    popfq
    mov     rdi, rsp
    test    byte [rsp + TrapFrame.cs], 3
    jz      .from_kernel
    swapgs
    mov     rsp, [gs:CpuBlock.kernelStack]
    xor     ebp, ebp
    call    handle_trap
    jmp     exit_to_user
.from_kernel:                                   ; the idle loop, or a bug
    mov     rbp, [rsp + TrapFrame.rbp]
    call    handle_kernel_trap
    jmp     exit_to_user

; trap_fatal: double fault, NMI, machine check, each on a stack of its own. Does not touch GS, whose state is unknown.
trap_fatal:
    SAVE_REGISTERS
    push    RFLAGS_RESERVED_ONE
    popfq
    mov     rdi, rsp
    call    handle_fatal_trap

; trap_debug: #DB has a stack of its own, because a pending single step can be delivered on the first instruction of syscall_entry,
; where rsp is still the user's (SDM 3B "Single-Step Exception Condition"). Then TF is dropped and the syscall goes on.
;   stack    error code and vector, then what the CPU pushed
trap_debug:
    test    byte [rsp + 16 + 8], 3              ; cs
    jnz     .from_user
    and     qword [rsp + 16 + 16], ~RFLAGS_TF
    add     rsp, 16
    iretq
.from_user:                                     ; move everything to the thread's frame, then as any other exception
    swapgs
    push    rax
    push    rbx
    mov     rbx, [gs:CpuBlock.frame]
%assign word 0
%rep 7                                          ; vector, errorCode, rip, cs, rflags, rsp, ss
    mov     rax, [rsp + 16 + word * 8]
    mov     [rbx + TrapFrame.vector + word * 8], rax
%assign word word + 1
%endrep
    mov     rax, rbx
    pop     rbx
    xchg    rax, [rsp]                          ; rax: the user's; on the stack: the frame
    pop     rsp
    add     rsp, TrapFrame.vector
    swapgs
    jmp     trap_common

; syscall_entry: user to kernel by SYSCALL. abi/syscall.ts lists the registers.
;   in       rax number; rdi rsi rdx r10 r8 r9 arguments; rcx user rip, r11 user rflags (set by the CPU); IF, DF, TF, AC = 0 by IA32_FMASK
;   out      to the handler: the arguments in the order of System V; the handler answers in rax, which becomes TrapFrame.rax
;   stack    the user's until the kernel stack is loaded: no access through rsp before that
syscall_entry:
    swapgs
    mov     [gs:CpuBlock.scratch], rsp
    mov     rsp, [gs:CpuBlock.frame]
    mov     [rsp + TrapFrame.rip], rcx
    mov     rcx, [gs:CpuBlock.scratch]
    mov     [rsp + TrapFrame.rflags], r11
    mov     [rsp + TrapFrame.rsp], rcx
    mov     [rsp + TrapFrame.rdi], rdi
    mov     [rsp + TrapFrame.rsi], rsi
    mov     [rsp + TrapFrame.rdx], rdx
    mov     [rsp + TrapFrame.r10], r10
    mov     [rsp + TrapFrame.r8], r8
    mov     [rsp + TrapFrame.r9], r9
    mov     dword [rsp + TrapFrame.vector], VECTOR_SYSCALL
    mov     r11, rsp
    mov     rsp, [gs:CpuBlock.kernelStack]
    mov     [rsp], r11
    cmp     rax, SYSCALL_COUNT
    jae     .unknown
    mov     rcx, r10
    call    [syscall_table + rax * 8]
.done:
    mov     rdx, [rsp]
    mov     [rdx + TrapFrame.rax], rax
    cmp     rdx, [gs:CpuBlock.frame]
    jne     .switched
    mov     rdi, [rdx + TrapFrame.rdi]          ; handlers keep rbx, rbp, r12 .. r15 as the System V ABI demands
    mov     rsi, [rdx + TrapFrame.rsi]
    mov     r10, [rdx + TrapFrame.r10]
    mov     r8, [rdx + TrapFrame.r8]
    mov     r9, [rdx + TrapFrame.r9]
    mov     rcx, [rdx + TrapFrame.rip]
    mov     r11, [rdx + TrapFrame.rflags]
    mov     rsp, [rdx + TrapFrame.rsp]
    mov     rdx, [rdx + TrapFrame.rdx]
    swapgs
    o64 sysret
.unknown:
    mov     rax, Status.BadSyscall
    jmp     .done
.switched:                                      ; only now must the thread that called keep these
    mov     [rdx + TrapFrame.rbx], rbx
    mov     [rdx + TrapFrame.rbp], rbp
    mov     [rdx + TrapFrame.r12], r12
    mov     [rdx + TrapFrame.r13], r13
    mov     [rdx + TrapFrame.r14], r14
    mov     [rdx + TrapFrame.r15], r15

; exit_to_user: runs the thread whose frame is in the CPU block, or idles until an interrupt brings one.
exit_to_user:
    mov     rbx, [gs:CpuBlock.frame]
    test    rbx, rbx
    jz      .idle
    mov     rax, [gs:CpuBlock.fpuOwner]
    cmp     rax, rbx
    je      .fpu_ready
    fxsave64 [rax - FPU_AREA_SIZE_BYTES]
    fxrstor64 [rbx - FPU_AREA_SIZE_BYTES]
    mov     [gs:CpuBlock.fpuOwner], rbx
.fpu_ready:
    cmp     dword [rbx + TrapFrame.vector], VECTOR_SYSCALL
    jne     .by_iret
    mov     r15, [rbx + TrapFrame.r15]
    mov     r14, [rbx + TrapFrame.r14]
    mov     r13, [rbx + TrapFrame.r13]
    mov     r12, [rbx + TrapFrame.r12]
    mov     r10, [rbx + TrapFrame.r10]
    mov     r9, [rbx + TrapFrame.r9]
    mov     r8, [rbx + TrapFrame.r8]
    mov     rbp, [rbx + TrapFrame.rbp]
    mov     rdi, [rbx + TrapFrame.rdi]
    mov     rsi, [rbx + TrapFrame.rsi]
    mov     rdx, [rbx + TrapFrame.rdx]
    mov     rax, [rbx + TrapFrame.rax]
    mov     rcx, [rbx + TrapFrame.rip]
    mov     r11, [rbx + TrapFrame.rflags]
    mov     rsp, [rbx + TrapFrame.rsp]
    mov     rbx, [rbx + TrapFrame.rbx]
    swapgs
    o64 sysret
.by_iret:
    mov     rsp, rbx
    RESTORE_REGISTERS
    add     rsp, 16                             ; vector, errorCode
    swapgs
    iretq
.idle:
    mov     rsp, [gs:CpuBlock.kernelStack]
    xor     ebp, ebp
.sleep:
    sti
    hlt
    cli
    jmp     .sleep                              ; not reached after an interrupt: its exit is exit_to_user

section .data
    align   16
boot_cpu:
    dq      0
    dq      kernel_stack_top - 16
    dq      0
    dq      boot_fpu_area + FPU_AREA_SIZE_BYTES
boot_gdt_table:
    dq      0
    dq      0x00af9b000000ffff                  ; kernel code: 64 bits, present, ring 0
    dq      0x00cf93000000ffff                  ; kernel data
    dq      0                                   ; where SYSRET to 32-bit code would look
    dq      0x00cff3000000ffff                  ; user data
    dq      0x00affb000000ffff                  ; user code: 64 bits, ring 3
    dq      0, 0                                ; task state segment, filled in by segments.ts
boot_gdt_table_end:

section .bss
    alignb  16
boot_fpu_area:                                  ; FPU registers that belong to no thread go here
    resb    FPU_AREA_SIZE_BYTES
    resb    TRAP_FRAME_SIZE_BYTES
boot_task_state:
    resb    TASK_STATE_SIZE_BYTES
    alignb  16
boot_idt:
    resb    VECTOR_COUNT * 16
