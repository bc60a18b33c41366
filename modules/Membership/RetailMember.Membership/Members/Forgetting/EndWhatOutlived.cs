using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Forgetting;

/// <summary>
/// Ends what modules keep of members who left while these modules were not there to hear of it: taken out, or without
/// their tables. Whether a module is on for the brand does not matter. In many short transactions, each night.
/// </summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class EndWhatOutlived(UseCaseEntry entry) : Process<EndWhatOutlived.Input, EndWhatOutlived.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ended = 0L;
        for (var (closing, after) = (0, (Guid?)null); ;)
        {
            var step = await entry.RunAsync(new EndSomeThatOutlived.Input(closing, after, input.Size), call, cancel);
            ended += step.Ended;
            if (step.IsLast) return new Result(ended);
            if (step.Last is null) closing++;
            after = step.Last;
        }
    }

    /// <param name="Size">Members looked at in one transaction.</param>
    internal sealed record Input(int Size = Most) : IInput<Result>;

    /// <param name="Ended">Members of whom something was kept.</param>
    internal sealed record Result(long Ended);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Most);
    }
}

/// <summary>Does so for some members of one module, in one transaction.</summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class EndSomeThatOutlived(MembershipDb db, IRows rows, IEnumerable<IMemberClosing> closings)
    : UseCase<EndSomeThatOutlived.Input, EndSomeThatOutlived.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (closings.ElementAtOrDefault(input.Closing) is not { } closing) return new Result(0, null, IsLast: true);
        Guid[] kept = [.. await closing.KeptAsync(input.After, input.Count, cancel)];
        var left = await LeftAsync(kept, cancel);
        foreach (var member in left) await closing.CloseAsync(member, call, cancel);
        return new Result(left.Count, kept.Length < input.Count ? null : kept[^1], IsLast: false);
    }

    /// <summary>Those of them who have left, locked; of who was merged it counts whether the one who stays has.</summary>
    private async Task<IReadOnlyList<Guid>> LeftAsync(Guid[] kept, CancellationToken cancel)
    {
        if (kept.Length == 0) return [];
        var standing = await db.Members.AsNoTracking().Where(m => EF.Parameter(kept).Contains(m.Id))
            .Select(m => m.MergedIntoId ?? m.Id).Distinct().ToArrayAsync(cancel);
        var closed = await db.Members.AsNoTracking()
            .Where(m => EF.Parameter(standing).Contains(m.Id) && m.Status == MemberStatus.Closed)
            .Select(m => m.Id).ToArrayAsync(cancel);
        if (closed.Length == 0) return [];
        return [.. (await rows.LockAsync<Member, Guid>(m => m.Id, closed, cancel))
            .Where(m => m.Status == MemberStatus.Closed).Select(m => m.Id)];
    }

    /// <param name="Closing">Which one, from 0.</param>
    internal sealed record Input(int Closing, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on with this one; null: with the next one.</param>
    internal sealed record Result(int Ended, Guid? Last, bool IsLast);
}
