using FluentValidation;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Begins a new version as a draft: from a template, from another version, or from the one in force.</summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class DraftProgramme(MembershipDb db, ProgrammeBook book, ProgrammeTemplateShelf templates, ProgrammeShelf shelf)
    : UseCase<DraftProgramme.Input, DraftProgramme.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var draft = await book.AddDraftAsync(await SourceAsync(input, call, cancel), input.Note, call, cancel);
        return new Result(draft.Number);
    }

    private async Task<ProgrammeDocument> SourceAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Template is not null) return templates.For(call.RequiredBrand, input.Template);
        if (input.FromVersion is { } number)
            return ProgrammeJson.Read((await book.FindAsync(number, cancel)).Document);
        return (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).At(call.At).Programme.Document;
    }

    internal sealed record Input : IInput<Result>
    {
        /// <summary>The code of a template.</summary>
        public string? Template { get; init; }

        public int? FromVersion { get; init; }

        public string? Note { get; init; }
    }

    internal sealed record Result(int Version);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Note).MaximumLength(500);
            RuleFor(i => i.FromVersion).Null().When(i => i.Template is not null).WithErrorCode("membership.one-source");
        }
    }
}
