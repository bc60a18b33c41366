using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>Members as lists show them, masked, with the points they can use today.</summary>
internal sealed class MemberRows(
    MembershipDb db, IRows rows, ProgrammeShelf shelf, ILedger ledger, IBrandDirectory brands, ITexts texts)
{
    /// <summary>Reads at once what the rows of these members need.</summary>
    public async Task<Func<Member, FindMembers.Row>> ShowerAsync(
        List<Member> members, CallContext call, CancellationToken cancel)
    {
        Guid[] ids = [.. members.Select(m => m.Id)];
        Guid[] personIds = [.. members.Select(m => m.PersonId).OfType<Guid>()];
        var people = (await rows.ReadAsync<Person, Guid>(p => p.Id, personIds, cancel)).ToDictionary(p => p.Id);
        var today = call.RequiredBrand.DateOf(call.At);
        var balances = await ledger.ReadBalancesAsync(ids, MembershipUnits.Points, today, cancel);
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        return member =>
        {
            var person = member.PersonId is { } id ? people.GetValueOrDefault(id) : null;
            return new FindMembers.Row(
                member.MemberNo,
                MaskedName.Of(person?.Name),
                person?.Mobile is { } mobile ? Mobile.Mask(mobile) : null,
                TierName.Of(member.Tier, programme, texts.Language),
                member.Status,
                member.JoinedOn,
                member.StoreId is { } store ? brands.FindStore(store)?.Code : null,
                balances.GetValueOrDefault(member.Id)?.Usable ?? 0,
                new Money(member.LifetimeSpendFen),
                member.LastPurchaseAt);
        };
    }
}
