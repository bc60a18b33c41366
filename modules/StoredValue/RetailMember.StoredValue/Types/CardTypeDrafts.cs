using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>Keeps drafts of card types: one of each, beside what is in force.</summary>
internal sealed class CardTypeDrafts(StoredValueDb db)
{
    /// <summary>Drafts a type, changes its draft, or drafts the next version of one that is in force.</summary>
    public async Task<CardTypeView> KeepAsync(string code, CardTypeTerms wanted, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var type = await db.CardTypes.SingleOrDefaultAsync(t => t.Code == code, cancel);
        if (type is null)
        {
            type = new CardType { Id = Guid.CreateVersion7(), BrandId = brand.Id, Code = code, EditedBy = call.Caller.Name };
            db.CardTypes.Add(type);
        }

        var versions = await db.CardTypeVersions.Where(v => v.TypeId == type.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.EffectiveFrom is null);
        var terms = JsonSerializer.Serialize(wanted, Json.Options);
        if (draft is null)
        {
            draft = new CardTypeVersion
            {
                TypeId = type.Id,
                BrandId = brand.Id,
                Number = versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.CardTypeVersions.Add(draft);
            versions.Add(draft);
        }

        (draft.Terms, draft.EditedBy, draft.EditedAt) = (terms, call.Caller.Name, call.At);
        (type.EditedBy, type.EditedAt) = (call.Caller.Name, call.At);
        return CardTypeView.Of(type, versions, call.At);
    }
}
