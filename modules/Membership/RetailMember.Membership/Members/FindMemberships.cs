using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>The brands of the chain that a person is a member of. Asked for the chain, so that a brand's own staff cannot.</summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class FindMemberships(MembershipDb db, PersonRegister people, IBrandDirectory brands)
    : Query<FindMemberships.Input, FindMemberships.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Brand is not null) throw new Refusal("membership.chain-only", RefusalKind.Forbidden);
        if (!Mobile.TryParse(input.Mobile, out var mobile)) throw Refusal.Invalid("mobile", "membership.mobile-malformed");
        var person = await people.FindAsync(mobile, cancel)
            ?? throw MemberRefusals.NotFound();
        var members = await db.AcrossBrands<Member>().AsNoTracking().Where(m => m.PersonId == person.Id)
            .OrderBy(m => m.BrandId).ToListAsync(cancel);
        return new Result(MaskedName.Of(person.Name), mobile.Masked, [.. members.Select(Show)]);
    }

    private Membership Show(Member member) => new(
        brands.Find(member.BrandId)?.Code ?? "",
        member.MemberNo,
        member.Status,
        member.Tier,
        member.JoinedOn,
        new Money(member.LifetimeSpendFen),
        member.LastPurchaseAt);

    internal sealed record Input([property: Personal] string Mobile) : IInput<Result>;

    internal sealed record Result(string? MaskedName, string MaskedMobile, IReadOnlyList<Membership> Memberships);

    /// <param name="LifetimeSpend">Yuan in this brand, refunds taken off.</param>
    internal sealed record Membership(
        string Brand,
        string MemberNo,
        MemberStatus Status,
        string TierCode,
        DateOnly JoinedOn,
        Money LifetimeSpend,
        DateTime? LastPurchaseAt);
}
