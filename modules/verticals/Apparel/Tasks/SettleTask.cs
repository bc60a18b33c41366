using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Tasks;

/// <summary>
/// Says that a task was done, or calls it off. Limited to stores, only tasks of these. One by which somebody was in touch with
/// the member, such as a call, stands in the log of contacts once it is done: the silence is over.
/// </summary>
[Needs(ApparelPermissions.WorkTasks)]
internal sealed class SettleTask(ApparelDb db, IMemberCare care) : UseCase<SettleTask.Input, SettleTask.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var mine = call.Caller.StoresOf(ApparelPermissions.WorkTasks, call.RequiredBrand.Id);
        var task = await db.CareTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == input.Task, cancel);
        if (task is null || (mine is not null && !(task.StoreId is { } store && mine.Contains(store))))
            throw new Refusal("apparel.task-not-found", RefusalKind.NotFound);
        // The member is locked before the task, as wherever a purchase drops tasks of his.
        if (task.IsContact && !input.CalledOff)
            await care.NoteContactAsync(
                new MemberContacted(task.MemberId, NoteOf(task, input.Note), task.StoreId, call.At, call.Caller.Name), cancel);
        var state = input.CalledOff ? TaskState.Dropped : TaskState.Done;
        // Of two who settle it at once one is too late.
        var settled = await db.CareTasks.Where(t => t.Id == input.Task && t.State == TaskState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, state).SetProperty(t => t.DoneOn, today)
                .SetProperty(t => t.DoneBy, call.Caller.Name).SetProperty(t => t.Note, input.Note),
            cancel);
        if (settled == 0) throw new Refusal("apparel.task-settled", RefusalKind.Conflict);
        return new Result(task.Id, state);
    }

    private static string NoteOf(CareTask task, string? note) =>
        string.IsNullOrWhiteSpace(note) ? task.NameZh : note.Trim();

    /// <param name="CalledOff">It is not to be done any more.</param>
    /// <param name="Note">What came of it.</param>
    internal sealed record Input(Guid Task, bool CalledOff = false, [property: Personal] string? Note = null)
        : IInput<Result>;

    internal sealed record Result(Guid Task, TaskState State);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).MaximumLength(ApparelDb.NoteLength)
            .NotEmpty().When(i => i.CalledOff).WithErrorCode("apparel.note-needed");
    }
}
