namespace RetailMember.Membership.Programmes;

/// <summary>What of a brand a document must agree with.</summary>
/// <param name="Stores">Codes of the brand's stores; null where they do not matter.</param>
/// <param name="LostTiers">Tiers that members hold and the document does not have.</param>
internal sealed record ProgrammeSurroundings(
    IReadOnlySet<string>? Stores, IReadOnlyList<ProgrammeSurroundings.LostTier> LostTiers)
{
    /// <summary>A document for itself, of no brand.</summary>
    public static readonly ProgrammeSurroundings None = new(null, []);

    internal sealed record LostTier(string Code, long Members);
}

/// <summary>Finds what a document says of stores that are not there, and which held tiers it leaves out.</summary>
internal static class SurroundingsCheck
{
    public static void Look(ProgrammeDocument document, ProgrammeSurroundings around, FaultList faults)
    {
        foreach (var (code, members) in around.LostTiers)
            faults.Add("tier-held", "$.tierSet.tiers", $"{code} ({members})");
        Look(document.EarningRules, rule => rule.Stores, "$.earningRules[{0}].stores");
        Look(document.Multipliers, multiplier => multiplier.When.Stores, "$.multipliers[{0}].when.stores");
        Look(document.PriceBenefits, benefit => benefit.When.Stores, "$.priceBenefits[{0}].when.stores");

        void Look<T>(IReadOnlyList<T> rules, Func<T, IReadOnlyList<string>> storesOf, string path)
        {
            if (around.Stores is not { } known) return;
            for (var i = 0; i < rules.Count; i++)
            {
                var stores = storesOf(rules[i]);
                for (var j = 0; j < stores.Count; j++)
                    faults.Unless(known.Contains(stores[j]), "unknown-store", $"{path.Replace("{0}", $"{i}")}[{j}]", stores[j]);
            }
        }
    }
}
