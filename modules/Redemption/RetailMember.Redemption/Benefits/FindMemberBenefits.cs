using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>
/// What a member is entitled to now, used up or not. An order system asks it whether delivery is free; what has no limit
/// needs no use to be recorded.
/// </summary>
[Needs(RedemptionPermissions.ViewBenefits), OwnMember]
internal sealed class FindMemberBenefits(RedemptionDb db, IMemberFiles members, IBenefits benefits)
    : Query<FindMemberBenefits.Input, FindMemberBenefits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.ActiveAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var own = (await benefits.ReadAsync([member.Id], today, call.Store?.Id, cancel)).GetValueOrDefault(member.Id) ?? [];
        string[] codes = [.. own.Select(b => b.Benefit)];
        var terms = (await db.Benefits.AsNoTracking().Where(b => EF.Parameter(codes).Contains(b.Code)).ToListAsync(cancel))
            .ToDictionary(b => b.Code, BenefitShelf.TermsOf);
        return new Result(
            member.MemberNo,
            [
                .. own.Select(b => new Row(
                    b.Benefit, terms[b.Benefit].Name, terms[b.Benefit].Period, b.Most, b.Used, b.Left)),
            ]);
    }

    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="StoreCode">Where he is; left out: only what is had anywhere.</param>
    internal sealed record Input([property: Personal] string Member, string? StoreCode = null)
        : IInput<Result>, IAtStore, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed record Result(string MemberNo, IReadOnlyList<Row> Benefits);

    /// <param name="Benefit">Its code.</param>
    /// <param name="Period">In which uses are counted.</param>
    /// <param name="Most">How often in the present period; null: as often as he likes.</param>
    /// <param name="Used">How often in the present period he had it.</param>
    /// <param name="Left">How often he may still have it; null: as often as he likes.</param>
    internal sealed record Row(
        string Benefit, LocalName Name, LimitPeriod Period, int? Most, long Used, long? Left);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
