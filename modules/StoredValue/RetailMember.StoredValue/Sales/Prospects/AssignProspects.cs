using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>
/// Puts members on the list of a seller, who is to win them as buyers of a card until a day. All of them or none: nobody
/// who is on a list that runs.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class AssignProspects(
    StoredValueDb db, TargetBook plans, Crediting crediting, IMemberFiles members, ProspectViews views)
    : UseCase<AssignProspects.Input, AssignProspects.Result>
{
    public const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        ProspectDays.Require(input.Until, today);
        var seller = crediting.Find(input.Seller, call.RequiredBrand.Id);
        var listed = await members.AllActiveAsync([.. input.Members.Select(m => m.Trim())], cancel);
        // Two lists that are written at once do not have the same member.
        await plans.HoldAsync(call, cancel);
        await RequireOnNoListAsync(listed, today, cancel);
        Prospect[] rows =
        [
            .. listed.Select(m => new Prospect
            {
                BrandId = call.RequiredBrand.Id, MemberId = m.Id, SellerId = seller.Id, Seller = seller.UserName,
                ListedBy = call.Caller.Name, ListedOn = today, Until = input.Until,
            }),
        ];
        db.Prospects.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        return new Result(await views.OfAsync(rows, today, cancel));
    }

    private async Task RequireOnNoListAsync(IReadOnlyList<MemberSummary> listed, DateOnly today, CancellationToken cancel)
    {
        Guid[] asked = [.. listed.Select(m => m.Id)];
        var taken = await db.Prospects.AsNoTracking()
            .Where(p => EF.Parameter(asked).Contains(p.MemberId) && p.GivenUpOn == null && p.Until >= today)
            .OrderBy(p => p.Id).FirstOrDefaultAsync(cancel);
        if (taken is not null)
            throw new Refusal(
                "storedvalue.prospect-listed", RefusalKind.Conflict,
                ("memberNo", listed.First(m => m.Id == taken.MemberId).MemberNo), ("seller", taken.Seller), ("until", taken.Until));
    }

    internal sealed record Input : IInput<Result>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key writes one list.</summary>
        public required string Key { get; init; }

        /// <summary>User name of who is to win them.</summary>
        public required string Seller { get; init; }

        /// <summary>Numbers, cards or mobiles.</summary>
        [Personal]
        public required IReadOnlyList<string> Members { get; init; }

        /// <summary>Last business day on which a purchase counts.</summary>
        public required DateOnly Until { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed record Result(IReadOnlyList<ProspectView> Prospects);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Seller).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Members).Must(m => m.Count is > 0 and <= Most).WithErrorCode("storedvalue.prospects-one-to-two-hundred");
            RuleForEach(i => i.Members).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Until).IsPossible();
        }
    }
}

/// <summary>How long a list may run.</summary>
internal static class ProspectDays
{
    private const int MostDays = 366;

    public static void Require(DateOnly until, DateOnly today)
    {
        if (until < today || until > today.AddDays(MostDays))
            throw Refusal.Invalid([new FieldFault("until", "storedvalue.prospect-days", ("most", MostDays))]);
    }
}
