using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>
/// Drafts the words that a module proposes for letters of its own, over the brand's first approved signature. Words that the
/// brand has for them already stay as they are.
/// </summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class TakeOverLetter(MarketingDb db, ProposedLetters proposed, TemplateDrafts drafts)
    : UseCase<TakeOverLetter.Input, TemplateView>
{
    protected override async Task<TemplateView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var letter = proposed.For(call.RequiredBrand).FirstOrDefault(p => p.Purpose == input.Purpose)
            ?? throw new Refusal("marketing.letter-not-proposed", RefusalKind.NotFound, ("purpose", input.Purpose));
        if (await db.Templates.AnyAsync(t => t.Code == letter.Purpose || t.Purpose == letter.Purpose, cancel))
            throw new Refusal("marketing.letter-has-words", RefusalKind.Conflict, ("purpose", input.Purpose));
        var signature = await db.Signatures.Where(s => s.State == TemplateState.Approved).OrderBy(s => s.Name)
            .Select(s => s.Name).FirstOrDefaultAsync(cancel)
            ?? throw new Refusal("marketing.signature-needed", RefusalKind.Conflict);
        return await drafts.KeepAsync(letter.Purpose, ProposedLetters.TermsOf(letter, signature), call, cancel);
    }

    /// <param name="Purpose">Of a proposed letter.</param>
    internal sealed record Input(string Purpose) : IInput<TemplateView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Purpose).NotEmpty().MaximumLength(MarketingDb.CodeLength);
    }
}
