using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Files;

/// <summary>
/// Reads a catalogue file: all of it or, where one row is at fault, none. Columns that it does not have keep what stands
/// there. A dry run says what would come of it, column by column, and writes nothing.
/// </summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class ImportRewards(RedemptionDb db, RewardEditor editor) : UseCase<ImportRewards.Input, ImportRewards.Result>
{
    private const int MostTold = 200;

    private readonly EditReward.Rules rules = new();

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rows = RewardFile.Read(input.Content);
        var before = (await db.Rewards.AsNoTracking().ToListAsync(cancel)).ToDictionary(
            r => r.Code, r => new EditReward.Input(r.Code, CatalogueShelf.TermsOf(r), r.Withdrawn));
        var (faults, seen) = (new List<RowFault>(), new HashSet<string>(StringComparer.Ordinal));
        var (added, changes) = (0, new List<RowChange>());
        foreach (var row in rows)
        {
            var reward = row.Read(before.GetValueOrDefault);
            var found = await FaultsAsync(row, reward, seen, call, cancel);
            faults.AddRange(found);
            if (found.Count > 0) continue;
            if (!before.TryGetValue(reward.Reward, out var known)) added++;
            else if (Differing(known, reward) is { Count: > 0 } columns)
                changes.Add(new RowChange(row.Line, reward.Reward, columns));
        }

        var written = faults.Count == 0 && !input.DryRun;
        if (written) await editor.RecountAsync(cancel);
        else db.ChangeTracker.Clear();
        return new Result(
            rows.Count, added, changes.Count, rows.Count - added - changes.Count, written,
            [.. changes.Take(MostTold)], [.. faults.Take(MostTold)]);
    }

    /// <summary>The columns in which a row differs from what stands there.</summary>
    private static List<string> Differing(EditReward.Input known, EditReward.Input read)
    {
        var (before, after) = (RowOf(known), RowOf(read));
        return [.. RewardColumns.All.Where(c => !Equals(c.Value(before), c.Value(after))).Select(c => c.Title)];
    }

    private static FindRewards.Row RowOf(EditReward.Input reward) => new(reward.Reward, reward.Terms, reward.Withdrawn, null);

    private async Task<IReadOnlyList<RowFault>> FaultsAsync(
        RewardRow row, EditReward.Input reward, HashSet<string> seen, CallContext call, CancellationToken cancel)
    {
        if (row.IsCutShort) return [new RowFault(row.Line, null, "redemption.row-cut-short", [])];
        if (row.Faults.Count > 0) return [.. row.Faults.Select(f => new RowFault(row.Line, f.Column, f.Code, []))];
        var checkedFields = await rules.ValidateAsync(reward, cancel);
        if (!checkedFields.IsValid) return OfFields(row, checkedFields.Errors.Select(ValidationFaults.Of));
        if (!seen.Add(reward.Reward)) return [new RowFault(row.Line, "code", "redemption.row-doubled", [])];
        if (await editor.WriteAsync(reward, call, cancel) is not { } no) return [];
        return no.Fields.Count > 0 ? OfFields(row, no.Fields) : [new RowFault(row.Line, null, no.Code, no.Facts)];
    }

    private static List<RowFault> OfFields(RewardRow row, IEnumerable<FieldFault> fields) =>
        [.. fields.Select(f => new RowFault(row.Line, ColumnOf(f.Field), f.Code, f.Facts))];

    /// <summary>The column that a field of the terms came from.</summary>
    private static string ColumnOf(string field) => field switch
    {
        "reward" => "code",
        _ when field.StartsWith("terms.name.zh", StringComparison.Ordinal) => "name_zh",
        _ when field.StartsWith("terms.name", StringComparison.Ordinal) => "name_en",
        _ when field.StartsWith("terms.prices", StringComparison.Ordinal) => "prices",
        _ when field.StartsWith("terms.service", StringComparison.Ordinal) => "service_uses",
        _ when field.StartsWith("terms.stores", StringComparison.Ordinal) => "stores",
        "terms.holdDays" => "hold_days",
        _ => field.Replace("terms.", "", StringComparison.Ordinal),
    };

    internal sealed record Input(bool DryRun) : IInput<Result>
    {
        /// <summary>The file, as it was sent.</summary>
        [JsonIgnore]
        public byte[] Content { get; init; } = [];
    }

    /// <param name="Written">False for a dry run, and where a row is at fault: nothing was changed then.</param>
    internal sealed record Result(
        int Rows,
        int Added,
        int Changed,
        int Unchanged,
        bool Written,
        IReadOnlyList<RowChange> Changes,
        IReadOnlyList<RowFault> Faults);

    /// <summary>A reward that is there already and comes to differ.</summary>
    /// <param name="Line">Of the file, its headings being 1.</param>
    /// <param name="Columns">Those that change.</param>
    internal sealed record RowChange(int Line, string Reward, IReadOnlyList<string> Columns);

    /// <param name="Line">Of the file, its headings being 1.</param>
    /// <param name="Column">Null where the row as a whole is at fault.</param>
    /// <param name="Code">Of the text that says why.</param>
    internal sealed record RowFault(
        int Line, string? Column, string Code, [property: JsonIgnore] IReadOnlyList<(string Name, object? Value)> Facts);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Content).Must(c => c.Length > 0).WithErrorCode("field.not-empty");
    }
}
