using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Merging;

/// <summary>What merging two members would come to, worked out as <see cref="MergeMembers"/> does it; nothing is written.</summary>
[Needs(MembershipPermissions.MergeMembers)]
internal sealed class PreviewMerge(
    MembershipDb db, IRows rows, MergeDesk desk, ILedger ledger, ProgrammeShelf shelf, IEnumerable<IMemberMerge> others, ITexts texts)
    : Query<PreviewMerge.Input, PreviewMerge.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (stays, goes) = await desk.FindAsync(input.Survivor, input.Duplicate, call, cancel);
        var both = await db.Members.AsNoTracking().Where(m => m.Id == stays || m.Id == goes).ToListAsync(cancel);
        var (survivor, duplicate) = (both.Single(m => m.Id == stays), both.Single(m => m.Id == goes));
        await desk.CheckAsync(survivor, duplicate, cancel);
        var side = await SidesAsync(both, call, cancel);
        var (one, other) = (side(survivor), side(duplicate));
        var shares = new List<MergeShare>();
        foreach (var module in others.OrderBy(o => o.Order)) shares.AddRange(await module.CountAsync(goes, cancel));
        await desk.PlanAsync(survivor, duplicate, Guid.Empty, call, cancel);
        var outcome = side(survivor) with
        {
            Points = one.Points + other.Points,
            Pending = one.Pending + other.Pending,
            Lots = one.Lots + other.Lots,
            Growth = one.Growth + other.Growth,
            Cards = one.Cards + other.Cards,
        };
        return new Result(one, other, outcome, [.. shares.Where(s => s.Count > 0)]);
    }

    private async Task<Func<Member, Side>> SidesAsync(List<Member> members, CallContext call, CancellationToken cancel)
    {
        Guid[] ids = [.. members.Select(m => m.Id)];
        var today = call.RequiredBrand.DateOf(call.At);
        var people = (await rows.ReadAsync<Person, Guid>(
            p => p.Id, [.. members.Select(m => m.PersonId).OfType<Guid>()], cancel)).ToDictionary(p => p.Id);
        var points = await ledger.ReadBalancesAsync(ids, MembershipUnits.Points, today, cancel);
        var growth = await ledger.ReadBalancesAsync(ids, MembershipUnits.Growth, today, cancel);
        var cards = await db.Credentials.Where(c => EF.Parameter(ids).Contains(c.MemberId)).GroupBy(c => c.MemberId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var lots = new Dictionary<Guid, int>();
        foreach (var id in ids) lots[id] = (await ledger.ReadLotsAsync(id, MembershipUnits.Points, cancel)).Count;
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        return member =>
        {
            var person = member.PersonId is { } known ? people.GetValueOrDefault(known) : null;
            var held = points.GetValueOrDefault(member.Id);
            return new Side(
                member.MemberNo, MaskedName.Of(person?.Name), person?.Mobile is { } mobile ? Mobile.Mask(mobile) : null,
                member.Status, member.JoinedOn, TierName.Of(member.Tier, programme, texts.Language), held?.Usable ?? 0,
                held?.Pending ?? 0, lots[member.Id], growth.GetValueOrDefault(member.Id)?.Total ?? 0,
                new Money(member.LifetimeSpendFen), member.LifetimePurchases, member.LastPurchaseAt,
                cards.GetValueOrDefault(member.Id));
        };
    }

    internal sealed record Input([property: Personal] string Survivor, [property: Personal] string Duplicate) : IInput<Result>;

    /// <param name="SurvivorAfter">The survivor as he will stand.</param>
    /// <param name="Shares">What other modules will move.</param>
    internal sealed record Result(Side SurvivorNow, Side DuplicateNow, Side SurvivorAfter, IReadOnlyList<MergeShare> Shares);

    /// <param name="Points">Usable today.</param>
    /// <param name="Pending">Points that are usable later.</param>
    /// <param name="Lots">How many lots of points still hold something.</param>
    /// <param name="LastPurchaseAt">UTC.</param>
    internal sealed record Side(
        string MemberNo, string? MaskedName, string? MaskedMobile, MemberStatus Status, DateOnly JoinedOn, TierName Tier,
        long Points, long Pending, int Lots, long Growth, Money LifetimeSpend, long LifetimePurchases, DateTime? LastPurchaseAt,
        int Cards);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Survivor).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Duplicate).NotEmpty().MaximumLength(64);
        }
    }
}
