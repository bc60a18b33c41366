using Microsoft.Extensions.FileProviders;
using RetailMember.Modules;

namespace RetailMember.Host.Running;

/// <summary>Serves a plug-in's <c>wwwroot</c> under <c>/_content/NAME/</c>, as its pages address it.</summary>
internal static class PluginFiles
{
    public static void UsePluginFiles(this WebApplication app)
    {
        foreach (var plugin in app.Services.GetRequiredService<ModuleCatalogue>().Modules.Where(m => m.IsPlugin))
        {
            var folder = Path.Combine(Path.GetFullPath(plugin.Folder!), "wwwroot");
            if (!Directory.Exists(folder)) continue;
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                RequestPath = $"/_content/{plugin.Assembly.GetName().Name}",
            });
        }
    }
}
