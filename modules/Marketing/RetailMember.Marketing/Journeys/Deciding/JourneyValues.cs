using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Gathers what the words of a journey say of its members; only what they ask for.</summary>
internal sealed class JourneyValues(IMemberPoints points, IAffordableRewards rewards, IMemberTiers tiers)
{
    /// <summary>Of each case what its words' variables say; a case without a value for one of them is absent.</summary>
    /// <param name="cases">Each member once or more.</param>
    /// <param name="template">The words.</param>
    /// <param name="on">Today, in the brand's time zone.</param>
    /// <param name="at">UTC.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Dictionary<Guid, Dictionary<string, string>>> GatherAsync(
        IReadOnlyList<JourneyCase> cases, TemplateTerms template, DateOnly on, DateTime at, CancellationToken cancel)
    {
        var asked = template.Variables.Where(v => v.Source == VariableSource.Given).ToDictionary(v => v.Name);
        Guid[] members = [.. cases.Select(c => c.Member.Id).Distinct()];
        var usable = asked.ContainsKey("points") ? await points.UsableAsync(members, on, cancel) : null;
        var bought = asked.ContainsKey("rewards") ? await rewards.OfAsync(members, on, cancel) : null;
        var held = asked.ContainsKey("tier") ? (await tiers.AtAsync(at, cancel)).ToDictionary(t => t.Code, t => t.Name) : null;
        var gathered = new Dictionary<Guid, Dictionary<string, string>>();
        foreach (var one in cases)
        {
            var values = one.Cause.Facts.Where(f => asked.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => f.Value);
            if (usable is not null)
                values["points"] = JourneyWords.Of(Math.Max(0, usable.GetValueOrDefault(one.Member.Id)));
            if (bought?.GetValueOrDefault(one.Member.Id) is { Count: > 0 } some) values["rewards"] = Names(some, asked["rewards"].Longest);
            if (held is not null) values["tier"] = held.GetValueOrDefault(one.Member.Tier, one.Member.Tier);
            if (asked.Keys.Where(name => !JourneyVouchers.Tells(name)).All(values.ContainsKey)) gathered[one.Id] = values;
        }

        return gathered;
    }

    /// <summary>As many of them as fit, the dearest first; the name of the first is cut rather than left out.</summary>
    private static string Names(IReadOnlyList<AffordableReward> rewards, int longest)
    {
        var said = "";
        foreach (var name in rewards.Select(r => r.Name.In(JourneyWords.Language)))
        {
            var longer = said.Length == 0 ? name : said + JourneyWords.Comma + name;
            if (longer.Length > longest) break;
            said = longer;
        }

        return said.Length > 0 ? said : rewards[0].Name.In(JourneyWords.Language)[..longest];
    }
}
