using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>
/// Divides a target of a month by percents that make a hundred: the team's over areas or over sales channels, an area's over
/// its stores, a store's over the people who work there. Whoever belongs there and has no share has no target of that month's
/// own, nor has a channel that was closed since; who divides has no share and keeps what he has. What is divided is not below
/// its parts, nor a part below its own.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class SplitTarget(TargetBook book, TargetParts parts) : UseCase<SplitTarget.Input, SplitTarget.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        TargetBook.RequireNotOver(input.Month, call);
        var known = (await parts.OfAsync(input.Over, input.Within, call.RequiredBrand.Id, cancel))
            .Select(p => p.Of).ToHashSet(StringComparer.Ordinal);
        Share[] shares = [.. input.Shares.Where(s => s.Percent > 0)];
        if (shares.Any(s => !known.Contains(s.Of))) throw Refusal.Invalid("shares", "storedvalue.target-of-nobody");
        foreach (var share in shares) book.RequireNotOwn(input.Over, share.Of, call);
        var split = Assessment.Split(input.Total.Fen, [.. shares.Select(s => s.Percent)]);
        var without = known.Concat(await parts.FormerAsync(input.Over, cancel)).Except(shares.Select(s => s.Of))
            .Where(of => !book.IsOwn(input.Over, of, call));
        await book.HoldAsync(call, cancel);
        await book.ClearAsync(input.Over, input.Month, [.. without], cancel);
        foreach (var (share, fen) in shares.Zip(split))
            await book.SetAsync(input.Over, share.Of, input.Month, fen, call, cancel);
        await book.RequireWholesAsync(input.Over, [.. shares.Select(s => s.Of)], input.Month, call, cancel);
        return new Result(
            input.Over, input.Within, input.Month,
            [.. shares.Zip(split, (s, fen) => new TargetView(input.Over, s.Of, input.Month, new Money(fen)))]);
    }

    /// <param name="Month">Any day of it.</param>
    /// <param name="Total">Yuan.</param>
    /// <param name="Shares">Those of nought percent have none.</param>
    internal sealed record Input(DateOnly Month, Money Total, IReadOnlyList<Share> Shares) : IInput<Result>
    {
        /// <summary>Areas, sales channels, the stores of an area, or the people of a store.</summary>
        public TargetScope Over { get; init; } = TargetScope.Area;

        /// <summary>The area whose stores, or the code of the store whose people; of areas and channels left out.</summary>
        public string? Within { get; init; }
    }

    /// <param name="Of">Area, code of a sales channel, store code or user name.</param>
    internal sealed record Share(string Of, int Percent = 0);

    internal sealed record Result(TargetScope Over, string? Within, DateOnly Month, IReadOnlyList<TargetView> Targets);

    internal sealed class Rules : AbstractValidator<Input>
    {
        private const int Most = 200;

        public Rules()
        {
            RuleFor(i => i.Over).IsDivisible();
            RuleFor(i => i.Within).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Month).IsPossible();
            RuleFor(i => i.Total).IsAmount();
            RuleFor(i => i.Shares).Must(s => s.Count is > 0 and <= Most && s.All(x => x.Percent >= 0) && s.Sum(x => (long)x.Percent) == 100
                && s.DistinctBy(x => x.Of).Count() == s.Count).WithErrorCode("storedvalue.shares-make-no-hundred");
            RuleForEach(i => i.Shares).ChildRules(s => s.RuleFor(x => x.Of).NotEmpty().MaximumLength(SalesTables.NameLength));
        }
    }
}

/// <summary>How a target of a month is divided now: who could have a share, and what of it he has.</summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class ReadTargetSplit(TargetBook book, TargetParts parts, IStaff staff, IBrandDirectory brands)
    : Query<ReadTargetSplit.Input, ReadTargetSplit.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = TargetBook.MonthOf(input.Month ?? call.RequiredBrand.DateOf(call.At));
        var plan = await book.OfAsync(month, cancel);
        var brand = call.RequiredBrand.Id;
        var own = (await parts.OfAsync(input.Over, input.Within, brand, cancel))
            .Select(p => (Part: p, Fen: plan.Of(input.Over, p.Of))).ToList();
        var sum = own.Sum(p => p.Fen ?? 0);
        var whole = input.Over switch
        {
            TargetScope.Store => plan.Of(TargetScope.Area, input.Within!),
            TargetScope.Person => plan.Of(TargetScope.Store, input.Within!),
            TargetScope.Channel when sum == 0 =>
                brands.StoresOf(brand).Select(s => s.Area).Distinct().Sum(a => plan.Of(TargetScope.Area, a)),
            _ => null,
        } ?? sum;
        return new Result(
            month, input.Over, input.Within, parts.NameOf(input.Over, input.Within, brand), new Money(whole),
            [
                .. own.Select(p => new Part(
                    p.Part.Of, p.Part.Name, p.Fen is { } fen ? new Money(fen) : null,
                    whole == 0 ? 0 : (int)Proportion.Of(100, p.Fen ?? 0, whole))
                {
                    RoleTarget = p.Fen is null ? RoleTargetOf(input.Over, p.Part.Of, plan, brand) : null,
                }),
            ]);
    }

    private Money? RoleTargetOf(TargetScope over, string of, TargetsOfMonth plan, int brandId) =>
        over == TargetScope.Person && staff.Find(of) is { } person && plan.OfRoles(person.RolesIn(brandId)) is { } fen
            ? new Money(fen)
            : null;

    /// <param name="Over">Areas, sales channels, the stores of an area, or the people of a store.</param>
    /// <param name="Within">The area whose stores, or the code of the store whose people; of areas and channels left out.</param>
    /// <param name="Month">Any day of it; left out: the present one.</param>
    internal sealed record Input(TargetScope Over = TargetScope.Area, string? Within = null, DateOnly? Month = null) : IInput<Result>;

    /// <param name="Month">Its first day.</param>
    /// <param name="WithinName">What people call it.</param>
    /// <param name="Total">Yuan: the target of the area or store; where it has none, what its parts
    /// have together; of channels that have none, what the areas have.</param>
    internal sealed record Result(
        DateOnly Month, TargetScope Over, string? Within, string? WithinName, Money Total, IReadOnlyList<Part> Parts);

    /// <param name="Of">Area, code of a sales channel, store code or user name.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Amount">Yuan; left out: none.</param>
    /// <param name="Percent">Of the total, rounded.</param>
    internal sealed record Part(string Of, string Name, Money? Amount, int Percent)
    {
        /// <summary>Yuan that a role asks of somebody who has no target of his own.</summary>
        public Money? RoleTarget { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Over).IsDivisible();
            RuleFor(i => i.Month).IsPossible();
        }
    }
}
