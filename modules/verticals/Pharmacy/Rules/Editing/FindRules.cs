using System.Text.Json.Serialization;
using RetailMember.Brands;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Versions;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>The club's rules of today, the draft with its examples run, and all versions.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class FindRules(ClubRules rules) : Query<FindRules.Input, FindRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = await rules.OnAsync(call.RequiredBrand.DateOf(call.At), cancel);
        var versions = await rules.AllAsync(cancel);
        var draft = versions.FirstOrDefault(v => v.State == RuleState.Draft);
        var terms = draft is null ? null : ClubRules.Read(draft);
        return new Result(
            today.Number, today.Terms, draft?.From, terms, [.. (terms ?? today.Terms).RunExamples()],
            [.. versions.Select(Show)]);
    }

    private static Version Show(ClubRuleVersion row) => new(row.Number, row.State, row.From, row.EditedBy, row.EditedAt, row.ActivatedAt);

    internal sealed record Input : IInput<Result>;

    /// <param name="Number">Of the version in force; 0: the rules as delivered.</param>
    /// <param name="DraftFrom">First business day of the draft; null where there is none.</param>
    /// <param name="Examples">Of the draft, or of the version in force where there is none.</param>
    internal sealed record Result(
        [property: JsonPropertyName("version")] int Number, ClubTerms Terms, DateOnly? DraftFrom, ClubTerms? Draft,
        IReadOnlyList<ExampleRun> Examples, IReadOnlyList<Version> Versions);

    /// <param name="EditedAt">UTC.</param>
    /// <param name="ActivatedAt">UTC.</param>
    internal sealed record Version(
        [property: JsonPropertyName("version")] int Number, RuleState State, DateOnly From,
        string EditedBy, DateTime EditedAt, DateTime? ActivatedAt);
}
