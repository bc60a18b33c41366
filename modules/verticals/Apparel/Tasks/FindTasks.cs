using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Tasks;

/// <summary>Tasks by the day on which they are due; limited to stores, those of these stores.</summary>
[Needs(ApparelPermissions.ViewTasks)]
internal sealed class FindTasks(ApparelDb db, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindTasks.Input, FindTasks.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var all = db.CareTasks.AsNoTracking();
        if (call.StoresFor(brands, ApparelPermissions.ViewTasks, input.StoreCode) is { } stores)
            all = all.Where(t => t.StoreId != null && EF.Parameter(stores).Contains(t.StoreId.Value));
        if (input.Centre) all = all.Where(t => t.StoreId == null);
        var open = all.Where(t => t.State == TaskState.Open);
        var found = input.State switch
        {
            TaskFilter.Open => open,
            TaskFilter.Overdue => open.Where(t => t.DueOn < today),
            TaskFilter.Done => all.Where(t => t.State == TaskState.Done),
            TaskFilter.Dropped => all.Where(t => t.State == TaskState.Dropped),
            _ => all,
        };
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(t => t.DueOn > after.Due || (t.DueOn == after.Due && t.Id > after.Id));
        var rows = await found.OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(t => t.MemberId).Distinct()], cancel);
        return new Result(
            PageOf<TaskView>.Of(rows, input.Size, t => new Place(t.DueOn, t.Id), Show),
            await open.CountAsync(cancel), await open.CountAsync(t => t.DueOn < today, cancel));

        TaskView Show(CareTask task) => TaskView.Of(
            task, known.GetValueOrDefault(task.MemberId, ""), task.StoreId is { } store ? brands.FindStore(store)?.Code
                : null, today);
    }

    private sealed record Place(DateOnly Due, Guid Id);

    internal sealed record Input : IInput<Result>
    {
        public TaskFilter State { get; init; } = TaskFilter.Open;

        public string? StoreCode { get; init; }

        /// <summary>Those of the operations centre alone.</summary>
        public bool Centre { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="OpenCount">In all, of these stores.</param>
    /// <param name="OverdueCount">Of them, past their day.</param>
    internal sealed record Result(PageOf<TaskView> Tasks, int OpenCount, int OverdueCount);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.State).IsInEnum();
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

internal enum TaskFilter { Open, Overdue, Done, Dropped, All }
