using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Imports.Work;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Reads a file in, row by row, and says what is wrong with it; with a check also what would come of it. Nothing of it is
/// in the books before it runs.
/// </summary>
[Needs(MembershipPermissions.Import)]
internal sealed class StageImport(
    IServiceScopeFactory scopes, ImportWorks works, Staging staging, Rehearsal rehearsal, TextCatalogue texts)
    : Process<StageImport.Input, ImportView>
{
    protected override async Task<ImportView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var work = works.Of(input.Kind);
        using var file = ImportFile.Open(input.Content!, input.Kind, input.Map, texts);
        await using var book = await ImportBook.BeginAsync(scopes, brand.Id, id => Begun(id, input, file.Layout, call), cancel);
        try
        {
            await ReadAsync(book, file, work, brand, input.Check, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("import.taken-over", RefusalKind.Conflict, ("import", book.Import.Id));
        }

        return ImportView.Of(book.Import);
    }

    private async Task ReadAsync(
        ImportBook book, ImportFile file, ImportWork work, Brand brand, bool check, CancellationToken cancel)
    {
        await staging.ReadInAsync(book, file, work, brand, cancel);
        await using (var reading = await ImportBook.OpenAsync(scopes, brand.Id, book.Import.Id, cancel))
            await staging.CompareAsync(reading, book, work, file.Layout, cancel);
        book.Import.Entries = await book.EntriesAsync(cancel);
        book.Import.Refused = await book.RefusedAsync(cancel);
        book.Import.State = ImportState.Staged;
        await book.SaveAsync([], cancel);
        if (check) await rehearsal.RunAsync(book, brand, cancel);
    }

    private static Import Begun(long id, Input input, FileLayout layout, CallContext call) => new()
    {
        Id = id,
        BrandId = call.RequiredBrand.Id,
        Kind = input.Kind,
        FileName = input.FileName,
        Layout = layout.ToJson(),
        Enrols = input.Enrols,
        State = ImportState.Staging,
        StartedBy = call.Caller.Name,
        StagedAt = call.At,
    };

    internal sealed record Input(ImportKind Kind, string FileName) : IInput<ImportView>
    {
        /// <summary>By heading of the file: the column that it means; empty where nobody is to look at it.</summary>
        public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

        /// <summary>Create stores and members that the brand does not know.</summary>
        public bool Enrols { get; init; }

        /// <summary>Say what would come of it.</summary>
        public bool Check { get; init; }

        /// <summary>The file itself; can be read from any place.</summary>
        [JsonIgnore]
        public Stream? Content { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        private const int MostColumns = 100;

        public Rules()
        {
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Map).Must(map => map.Count <= MostColumns).WithErrorCode("field.too-many");
            RuleFor(i => i.Content).NotNull().WithErrorCode("field.not-empty");
        }
    }
}
