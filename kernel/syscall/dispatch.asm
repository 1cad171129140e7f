; Syscall table: handler of each number, in read-only memory.
; Invariants: (1) row n is the handler of syscall n of abi/syscall.ts; a missing or misplaced row does not assemble
; Called:     by syscall_entry in arch/x64/trap.asm
; Manual: none

%include "syscall.inc"

global syscall_table

%macro handler 2                                ; number, symbol
    %if ($ - syscall_table) != %1 * 8
        %error row %1 of the syscall table is out of order
    %endif
    extern  %2
    dq      %2
%endmacro

section .rodata
    align   8
syscall_table:
    handler Syscall.Null, syscall_null
    handler Syscall.Call, syscall_call
    handler Syscall.Receive, syscall_receive
    handler Syscall.Reply, syscall_reply
    handler Syscall.ReplyAndReceive, syscall_reply_and_receive
    handler Syscall.Signal, syscall_signal
    handler Syscall.Wait, syscall_wait
    handler Syscall.Create, syscall_create
    handler Syscall.Close, syscall_close
    handler Syscall.Copy, syscall_copy
    handler Syscall.Map, syscall_map
    handler Syscall.Unmap, syscall_unmap
    handler Syscall.Process, syscall_process
    handler Syscall.Thread, syscall_thread
    handler Syscall.Acknowledge, syscall_acknowledge
    handler Syscall.Port, syscall_port
    handler Syscall.SetTimer, syscall_set_timer
    handler Syscall.Clock, syscall_clock
    handler Syscall.Query, syscall_query
    handler Syscall.System, syscall_system
%if ($ - syscall_table) != SYSCALL_COUNT * 8
    %error the syscall table has missing rows
%endif
