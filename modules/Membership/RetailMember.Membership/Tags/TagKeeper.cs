using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// Brings the tags of members up to what the rules say today, and keeps what was gained and lost. Asked again it changes
/// nothing. Locks the members, so that a purchase or another count of the same member comes before or after it.
/// </summary>
internal sealed class TagKeeper(IRows rows, TagFactsReader reader, TagShelf shelf, Objectors objectors)
{
    /// <param name="members">Of the session's brand.</param>
    /// <param name="occasion">Where, when and by whom.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<TagTally> RefreshAsync(IReadOnlyCollection<Guid> members, TagOccasion occasion, CancellationToken cancel)
    {
        var rules = await shelf.InForceAsync(occasion.On, cancel);
        var locked = await rows.LockAsync<Member, Guid>(m => m.Id, [.. members.Distinct()], cancel);
        locked.RemoveAll(m => m.BrandId != occasion.Brand.Id);
        var held = await rows.ReadAsync<MemberTag, Guid>(h => h.MemberId, [.. locked.Select(m => m.Id)], cancel);
        if (rules.Count == 0 && held.Count == 0) return new TagTally(locked.Count, 0, 0, 0);
        var left = await objectors.AmongAsync([.. locked.Select(m => m.Id)], cancel);
        var judged = locked.FindAll(m => m.Status == MemberStatus.Active && !left.Contains(m.Id));
        var automatic = rules.Where(r => r.Kind == TagKind.Automatic).ToList();
        var facts = await reader.OfAsync(judged, [.. automatic.Select(r => r.Terms)], occasion.Brand, occasion.On, cancel);
        var plan = new TagPlan(rules, held, occasion);
        foreach (var member in locked) plan.Judge(member, facts.GetValueOrDefault(member.Id), automatic);
        await plan.WriteAsync(rows, shelf.RemoveAsync, cancel);
        return new TagTally(locked.Count, facts.Values.Sum(f => (long)f.Receipts.Count), plan.Gained, plan.Lost);
    }
}

/// <param name="On">Business day of the brand.</param>
/// <param name="At">UTC.</param>
/// <param name="Operator">Who, or which job.</param>
internal sealed record TagOccasion(Brand Brand, DateOnly On, DateTime At, string Operator)
{
    public static TagOccasion Of(CallContext call) =>
        new(call.RequiredBrand, call.RequiredBrand.DateOf(call.At), call.At, call.Caller.Name);
}

/// <param name="Members">Looked at.</param>
/// <param name="Receipts">Looked at.</param>
internal sealed record TagTally(long Members, long Receipts, long Gained, long Lost);
