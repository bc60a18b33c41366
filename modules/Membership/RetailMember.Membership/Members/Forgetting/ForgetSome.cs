using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Forgetting;

/// <summary>Forgets who some members were: one transaction's share of <see cref="ForgetMembers"/>.</summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ForgetSome(
    MembershipDb db, IRows rows, IEnumerable<IMemberRetention> retentions, ModuleCatalogue modules, IEvents events)
    : UseCase<ForgetSome.Input, ForgetSome.Result>
{
    private static readonly string[] Columns = [nameof(Member.PersonId), nameof(Member.Fields)];

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ids = await NextAsync(input, cancel);
        if (ids.Length == 0) return new Result(null, 0, 0);
        var left = (await rows.LockAsync<Member, Guid>(m => m.Id, ids, cancel))
            .Where(m => m.Status == MemberStatus.Closed).ToDictionary(m => m.Id);
        var asked = left.Count;
        if (modules.Missing<IMemberRetention>().Count > 0) return new Result(ids[^1], 0, asked);
        foreach (var retention in retentions)
            foreach (var kept in await retention.AmongAsync([.. left.Keys], cancel)) left.Remove(kept);
        await ForgetAsync([.. left.Values], cancel);
        return new Result(ids[^1], left.Count, asked - left.Count);
    }

    /// <summary>Who left long enough ago and whom anything still tells of.</summary>
    private Task<Guid[]> NextAsync(Input input, CancellationToken cancel)
    {
        var known = db.Members.Where(m => m.Status == MemberStatus.Closed
            && (m.PersonId != null || m.Fields != null || db.Credentials.Any(c => c.MemberId == m.Id))
            && db.StatusChanges.Any(c => c.MemberId == m.Id && c.To == MemberStatus.Closed)
            && !db.StatusChanges.Any(c => c.MemberId == m.Id && c.At > input.LeftUntil));
        if (input.After is { } after) known = known.Where(m => m.Id > after);
        return known.OrderBy(m => m.Id).Take(input.Limit).Select(m => m.Id).ToArrayAsync(cancel);
    }

    private async Task ForgetAsync(IReadOnlyList<Member> left, CancellationToken cancel)
    {
        if (left.Count == 0) return;
        Guid[] ids = [.. left.Select(m => m.Id)];
        // Numbers that were merged into his tell of him as well.
        var all = left.Concat(await rows.LockAsync<Member, Guid?>(m => m.MergedIntoId, [.. ids.Select(i => (Guid?)i)], cancel)).ToList();
        Guid[] files = [.. all.Select(m => m.Id)];
        Guid[] people = [.. all.Select(m => m.PersonId).OfType<Guid>().Distinct()];
        foreach (var member in all) (member.PersonId, member.Fields) = (null, null);
        await rows.UpdateAsync(all, Columns, cancel);
        await db.Credentials.Where(c => EF.Parameter(files).Contains(c.MemberId)).ExecuteDeleteAsync(cancel);
        // A member of another brand of the chain stays the person that he is.
        var elsewhere = (await rows.ReadAsync<Member, Guid?>(m => m.PersonId, [.. people.Select(p => (Guid?)p)], cancel))
            .Select(m => m.PersonId).ToHashSet();
        Guid[] gone = [.. people.Where(p => !elsewhere.Contains(p))];
        await db.People.Where(p => EF.Parameter(gone).Contains(p.Id)).ExecuteDeleteAsync(cancel);
        foreach (var member in all) events.Add(new MemberForgotten(member.BrandId, member.Id));
    }

    /// <param name="LeftUntil">UTC; who left later may still come back.</param>
    /// <param name="After">The last member of the share before.</param>
    internal sealed record Input(DateTime LeftUntil, Guid? After, int Limit) : IInput<Result>;

    /// <param name="Last">The last member looked at; absent when there was none left.</param>
    internal sealed record Result(Guid? Last, int Forgotten, int Kept);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 1_000);
    }
}
