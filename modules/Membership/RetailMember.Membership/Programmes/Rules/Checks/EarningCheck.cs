namespace RetailMember.Membership.Programmes;

internal static class EarningCheck
{
    private const decimal MostGiven = 10_000m;

    public static void Look(ProgrammeDocument document, FaultList faults)
    {
        faults.Codes([.. document.EarningRules.Select(rule => rule.Code)], "$.earningRules");
        for (var i = 0; i < document.EarningRules.Count; i++)
            Look(document.EarningRules[i], $"$.earningRules[{i}]", faults);
        BalanceBands(document.BalanceBands, faults);
    }

    private static void Look(EarningRule rule, string path, FaultList faults)
    {
        faults.Name(rule.Name, path + ".name");
        faults.References(rule.Categories, path + ".categories");
        faults.References(rule.ExceptCategories, path + ".exceptCategories");
        faults.References(rule.Stores, path + ".stores");
        faults.Range(rule.Per, 1, Receipt.MaxFen, path + ".per");
        faults.Range(rule.AtLeast, 1, Receipt.MaxFen, path + ".atLeast");
        if (rule.Kind is EarningKind.StagedFixed or EarningKind.StagedRatio)
            Bands(rule, path, faults);
        else
            Given(rule, rule.Give, path, faults);
        faults.Unless(!rule.WholeSteps || rule.Kind == EarningKind.Ratio, "whole-steps", path + ".wholeSteps");
    }

    private static void Bands(EarningRule rule, string path, FaultList faults)
    {
        faults.Unless(rule.Bands.Count > 0, "no-band", path + ".bands");
        faults.Size(rule.Bands.Count, path + ".bands");
        Rising([.. rule.Bands.Select(band => band.From)], path + ".bands", faults);
        for (var i = 0; i < rule.Bands.Count; i++)
        {
            if (rule.Bands[i].Give != 0)
                Given(rule, rule.Bands[i].Give, $"{path}.bands[{i}]", faults);
        }
    }

    // What one yuan (or one piece) brings must stay sane too, however small the step is.
    private static void Given(EarningRule rule, decimal give, string path, FaultList faults)
    {
        faults.Rate(give, MostGiven, path + ".give");
        if (rule.Kind is EarningKind.Fixed or EarningKind.StagedFixed || rule.Per < 1 || give > MostGiven)
            return;
        var perUnit = rule.Basis == EarningBasis.Amount ? give * 100 / rule.Per : give / rule.Per;
        faults.Unless(perUnit <= MostGiven, "out-of-range", path + ".give", give);
    }

    private static void BalanceBands(IReadOnlyList<BalanceBand> bands, FaultList faults)
    {
        faults.Size(bands.Count, "$.balanceBands");
        Rising([.. bands.Select(band => band.From)], "$.balanceBands", faults);
        for (var i = 0; i < bands.Count; i++)
            faults.Rate(bands[i].Factor, FaultList.MostFactor, $"$.balanceBands[{i}].factor");
    }

    // Bands say where they begin and end where the next begins: rising from 0, they can neither gape nor overlap.
    private static void Rising(long[] from, string path, FaultList faults)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var sound = i == 0 ? from[i] == 0 : from[i] > from[i - 1];
            faults.Unless(sound, i == 0 ? "band-gap" : "band-overlap", $"{path}[{i}].from", from[i]);
        }
    }
}
