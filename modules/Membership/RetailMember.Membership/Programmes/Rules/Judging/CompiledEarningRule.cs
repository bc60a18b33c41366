namespace RetailMember.Membership.Programmes;

/// <summary>An earning rule made ready for the till. All arithmetic is exact; only the end is rounded, down.</summary>
internal sealed class CompiledEarningRule
{
    private readonly EarningRule rule;
    private readonly string[] categories;
    private readonly string[] except;
    private readonly string[] stores;
    private readonly long rate;
    private readonly long[] from;
    private readonly long[] give;

    public CompiledEarningRule(EarningRule rule)
    {
        this.rule = rule;
        categories = [.. rule.Categories];
        except = [.. rule.ExceptCategories];
        stores = [.. rule.Stores];
        from = [.. rule.Bands.Select(band => band.From)];
        give = [.. rule.Bands.Select(band => Factor.From(band.Give).TenThousandths)];
        rate = Factor.From(rule.Give).TenThousandths;
    }

    public EarningUnit Unit => rule.Unit;

    public bool AppliesIn(string store) =>
        stores.Length == 0 || stores.AsSpan().Contains(store, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fen or pieces that count; 0 when the rule has nothing to say about this basket.</summary>
    public long BaseOf(in PricedBasket basket)
    {
        var counted = basket.Base(rule.Basis, categories, except);
        return rule.Kind == EarningKind.Fixed && counted < rule.AtLeast ? 0 : counted;
    }

    /// <summary>What a base of so many fen or pieces is worth, rounded down once, after the factors.</summary>
    public long Worth(long counted, in Factors factors)
    {
        var divisor = (Int128)Factor.Scale * (Proportional ? rule.Per : 1);
        var exact = rule.Kind switch
        {
            EarningKind.Fixed => rate,
            EarningKind.Ratio => (Int128)(Proportional ? counted : counted / rule.Per) * rate,
            EarningKind.StagedFixed => ReachedBand(counted),
            EarningKind.StagedRatio => AcrossBands(counted),
            _ => throw new InvalidOperationException($"Unknown kind of earning rule {rule.Kind}."),
        };
        if (rule.Multiplied && !factors.AreOne)
        {
            exact = checked(exact * factors.Product);
            divisor *= Factors.ProductScale;
        }
        return checked((long)(exact / divisor));
    }

    public ExplanationLine Explain(long counted, in Factors factors, long worth)
    {
        var applied = rule.Multiplied ? factors : Factors.None;
        return new(
            rule.Code,
            Formula,
            rule.Unit,
            rule.Basis,
            counted,
            rule.Per,
            rule.Kind switch
            {
                EarningKind.StagedFixed => ReachedBand(counted),
                EarningKind.StagedRatio => 0,
                _ => rate,
            },
            applied.Tier.TenThousandths,
            applied.Balance.TenThousandths,
            applied.Campaign.TenThousandths,
            applied.CampaignCode,
            worth);
    }

    private ExplanationKind Formula => rule.Kind switch
    {
        EarningKind.Fixed => ExplanationKind.Fixed,
        EarningKind.Ratio => rule.WholeSteps ? ExplanationKind.WholeSteps : ExplanationKind.Ratio,
        EarningKind.StagedFixed => ExplanationKind.ReachedBand,
        _ => ExplanationKind.AcrossBands,
    };

    private bool Proportional =>
        rule.Kind == EarningKind.StagedRatio || (rule.Kind == EarningKind.Ratio && !rule.WholeSteps);

    private long ReachedBand(long counted)
    {
        for (var i = from.Length - 1; i >= 0; i--)
        {
            if (counted >= from[i])
                return give[i];
        }
        return 0;
    }

    private Int128 AcrossBands(long counted)
    {
        Int128 sum = 0;
        for (var i = 0; i < from.Length && counted > from[i]; i++)
        {
            var end = i + 1 < from.Length ? Math.Min(counted, from[i + 1]) : counted;
            sum += (Int128)(end - from[i]) * give[i];
        }
        return sum;
    }
}
