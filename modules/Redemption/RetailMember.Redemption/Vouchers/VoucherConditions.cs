using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Texts;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Tells members apart by the vouchers in their hands that still pay.</summary>
internal sealed class VoucherConditions(RedemptionDb db, ITexts texts) : IMemberConditions
{
    public const string Held = "redemption.voucher-held";
    public const string OneOf = "oneOf";
    public const string Days = "expiresWithin";

    public async Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel)
    {
        var definitions = await db.VoucherDefinitions.AsNoTracking()
            .Where(d => d.State != VoucherDefinitionState.Draft).OrderBy(d => d.Code).ToListAsync(cancel);
        return
        [
            new MemberConditionKind(Held,
            [
                new MemberConditionField(OneOf, ConditionFieldKind.Choices)
                {
                    Choices = [.. definitions.Select(d => new ConditionChoice(d.Code, texts.In(KnownDefinition.TermsOf(d).Name)))],
                },
                new MemberConditionField(Days, ConditionFieldKind.Number) { Least = 0, Most = 366 },
            ]),
        ];
    }

    public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today) =>
        [.. all.Select(c => new MemberSelection(Holding(c, today)))];

    private IQueryable<Guid> Holding(MemberCondition condition, DateOnly today)
    {
        var vouchers = db.Vouchers.AsNoTracking().Where(v =>
            (v.State == VoucherState.Issued || v.State == VoucherState.PartlyUsed) && v.ExpiresOn >= today);
        if (condition.Number(Days) is { } days)
        {
            var last = today.AddDays((int)days);
            vouchers = vouchers.Where(v => v.ExpiresOn <= last);
        }

        var codes = condition.All(OneOf);
        if (codes.Count > 0)
            vouchers = vouchers.Where(v => db.VoucherDefinitions.Any(d => d.Id == v.DefinitionId && EF.Parameter(codes).Contains(d.Code)));
        return vouchers.Select(v => v.MemberId);
    }
}
