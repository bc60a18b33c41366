using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Drugs;

/// <summary>Says of which class an article of the assortment is. It counts from the next question on.</summary>
[Needs(PharmacyPermissions.EditDrugs)]
internal sealed class EditDrug(PharmacyDb db) : UseCase<EditDrug.Input, EditDrug.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var code = DrugArticle.CodeOf(input.Article);
        var article = await db.DrugArticles.SingleOrDefaultAsync(a => a.Code == code, cancel);
        if (article is null)
            db.DrugArticles.Add(article = new DrugArticle
            {
                Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = code, Name = "", EditedBy = "",
            });
        (article.Name, article.Class) = (input.Name.Trim(), input.DrugClass);
        (article.EditedBy, article.EditedAt) = (call.Caller.Name, call.At);
        return new Result(article.Code, article.Name, article.Class);
    }

    /// <param name="Article">Its code, as rewards name it: any text.</param>
    internal sealed record Input(string Article, string Name, DrugClass DrugClass) : IInput<Result>;

    internal sealed record Result(string Article, string Name, DrugClass DrugClass);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Article).NotEmpty().MaximumLength(PharmacyDb.CodeLength);
            RuleFor(i => i.Name).NotEmpty().MaximumLength(PharmacyDb.ReasonLength);
            RuleFor(i => i.DrugClass).IsInEnum();
        }
    }
}
