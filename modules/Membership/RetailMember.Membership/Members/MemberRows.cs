using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>Members as lists show them, masked, with the points they can use today.</summary>
internal sealed class MemberRows(
    MembershipDb db,
    IRows rows,
    ProgrammeShelf shelf,
    ILedger ledger,
    MembersAtHand members,
    PointsAtHand points,
    IBrandDirectory brands,
    ITexts texts)
{
    /// <summary>Reads at once what the rows of these members need.</summary>
    public async Task<Func<Member, FindMembers.Row>> ShowerAsync(
        List<Member> listed, CallContext call, CancellationToken cancel)
    {
        Guid[] ids = [.. listed.Select(m => m.Id)];
        Guid[] personIds = [.. listed.Select(m => m.PersonId).OfType<Guid>()];
        var people = (await rows.ReadAsync<Person, Guid>(p => p.Id, personIds, cancel)).ToDictionary(p => p.Id);
        var today = call.RequiredBrand.DateOf(call.At);
        var balances = await ledger.ReadBalancesAsync(ids, MembershipUnits.Points, today, cancel);
        var programmes = await shelf.OfAsync(db, call.RequiredBrand.Id, cancel);
        return member => Show(
            new MemberAtHand(programmes, member, member.PersonId is { } id ? people.GetValueOrDefault(id) : null),
            balances.GetValueOrDefault(member.Id),
            call);
    }

    /// <summary>The one member who is meant by number, card or mobile; null where nobody is.</summary>
    public async Task<FindMembers.Row?> FindAsync(string identifier, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if (await members.FindAsync(brand.Id, identifier, cancel) is not { } one) return null;
        return Show(one, await points.FindAsync(brand.Id, (one.Member.Id, brand.DateOf(call.At)), cancel), call);
    }

    private FindMembers.Row Show(MemberAtHand one, LedgerBalance? balance, CallContext call)
    {
        var (programmes, member, person) = one;
        return new FindMembers.Row(
            member.MemberNo,
            MaskedName.Of(person?.Name),
            person?.Mobile is { } mobile ? Mobile.Mask(mobile) : null,
            TierName.Of(member.Tier, programmes.FindAt(call.At)?.Programme, texts.Language),
            member.Status,
            member.JoinedOn,
            member.StoreId is { } store ? brands.FindStore(store)?.Code : null,
            balance?.Usable ?? 0,
            new Money(member.LifetimeSpendFen),
            member.LastPurchaseAt);
    }
}
