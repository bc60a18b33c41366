using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Audit;
using RetailMember.Platform.Pages.Shared;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Pages.Audit;

/// <summary>Who did what and when.</summary>
internal static class AuditPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        Map(endpoints.ChainPages);
        Map(endpoints.BrandPages);
    }

    private static void Map(PageRoutes pages)
    {
        pages.MapGet("/audit", async (PageCall page, AuditQuery query, ModuleCatalogue modules, WorkNames names) =>
            Page.For<AuditPage>(new AuditModel(
                await page.RunAsync(query.In(page.TimeZone)), query.IsFiltered, Commands(modules, names))));
        pages.MapGet("/audit/export.{format}", (PageCall page, AuditQuery query, AuditColumns columns, string format) =>
        {
            var asked = query.In(page.TimeZone) with { Size = Cursor.LargestSize };
            return ExportFile.Of(
                format, "audit", columns.All, page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
        });
    }

    private static List<Choice> Commands(ModuleCatalogue modules, WorkNames names) =>
    [
        .. modules.Modules.SelectMany(m => m.UseCases).Where(u => u.Kind != UseCaseKind.Query)
            .Select(u => new Choice(u.Name, names.OfUseCase(u.Name)))
            .OrderBy(c => c.Text, StringComparer.Ordinal),
    ];
}

internal sealed record AuditModel(PageOf<FindAudit.Item> Found, bool IsFiltered, IReadOnlyList<Choice> Commands);
