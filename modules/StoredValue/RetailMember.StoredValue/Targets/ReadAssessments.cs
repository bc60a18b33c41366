using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Commissions;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>Attainment and assessment pay of everybody who has a target in a month.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class ReadAssessments(PersonalResults results) : Query<ReadAssessments.Input, ReadAssessments.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = TargetBook.MonthOf(input.Month ?? call.RequiredBrand.DateOf(call.At));
        return new Result(month, await results.OfMonthAsync(month, call, cancel));
    }

    /// <param name="Month">Any day of it; left out: the present one.</param>
    internal sealed record Input(DateOnly? Month = null) : IInput<Result>;

    internal sealed record Result(DateOnly Month, IReadOnlyList<PersonalResult> Results);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Month).IsPossible();
    }
}

/// <summary>What people reached in a month.</summary>
internal sealed class PersonalResults(SalesFigures figures, TargetBook targets, CommissionShelf rules, IStaff staff)
{
    /// <summary>Of everybody who works here and has a target, best first.</summary>
    public async Task<IReadOnlyList<PersonalResult>> OfMonthAsync(DateOnly month, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var sold = (await figures.OfAsync(month, month.AddMonths(1).AddDays(-1), cancel)).ToLookup(s => s.Seller);
        var plan = await targets.OfAsync(month, cancel);
        var lastMoment = brand.UtcOf(month.AddMonths(1).ToDateTime(TimeOnly.MinValue)).AddTicks(-1);
        var terms = (await rules.AtAsync(lastMoment < call.At ? lastMoment : call.At, cancel)).Terms;
        return
        [
            .. from person in staff.Of(brand.Id)
               let target = plan.OfPerson(person.UserName, person.RolesIn(brand.Id))
               where target is > 0
               let net = sold[person.UserName].Sum(s => s.NetFen)
               orderby net descending, person.UserName
               select new PersonalResult(
                   person.UserName, person.DisplayName, new Money(target.Value), new Money(net),
                   Assessment.AttainmentOf(net, target)!.Value,
                   new Money(Assessment.PayOf(net, target, terms.AssessmentPay.Fen, terms.AssessmentCapped)),
                   new Money(Math.Max(0, target.Value - net))),
        ];
    }
}

/// <param name="Seller">User name.</param>
/// <param name="Target">Yuan.</param>
/// <param name="Net">Yuan sold, less refunds.</param>
/// <param name="Attainment">Ten-thousandths of the target.</param>
/// <param name="Pay">Yuan of assessment pay.</param>
/// <param name="Missing">Yuan still to be sold.</param>
internal sealed record PersonalResult(
    string Seller, string DisplayName, Money Target, Money Net, long Attainment, Money Pay, Money Missing);
