using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>Changes the draft of the brand's commission rules, or begins one: what is in force is never edited.</summary>
[Needs(SalesPermissions.EditCommissionRules)]
internal sealed class EditCommissionRules(StoredValueDb db) : UseCase<EditCommissionRules.Input, RulesView<CommissionTerms>>
{
    protected override async Task<RulesView<CommissionTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var last = await db.CommissionVersions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        var draft = last is { EffectiveFrom: null } ? last : null;
        if (draft is null)
        {
            draft = new CommissionVersion
            {
                BrandId = call.RequiredBrand.Id, Number = (last?.Number ?? 0) + 1, Terms = terms, EditedBy = call.Caller.Name,
            };
            db.CommissionVersions.Add(draft);
        }

        (draft.Terms, draft.EditedBy, draft.EditedAt) = (terms, call.Caller.Name, call.At);
        return draft.ViewOf(call.At, inForce: 0);
    }

    internal sealed record Input(CommissionTerms Terms) : IInput<RulesView<CommissionTerms>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Terms).NotNull().SetValidator(new CommissionTermsRules());
    }
}
