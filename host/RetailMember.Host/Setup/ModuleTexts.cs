using System.Reflection;
using RetailMember.Modules;
using RetailMember.Texts;

namespace RetailMember.Host.Setup;

/// <summary>Reads the texts of the host and of all modules; a plug-in whose files are at fault is quarantined.</summary>
internal static class ModuleTexts
{
    public static TextCatalogue Read(ModuleCatalogue modules)
    {
        List<Assembly> sound = [typeof(IModule).Assembly, typeof(ModuleTexts).Assembly];
        sound.AddRange(modules.Modules.Where(m => !m.IsPlugin).Select(m => m.Assembly));
        foreach (var plugin in modules.Modules.Where(m => m.IsPlugin))
        {
            try
            {
                _ = new TextCatalogue([.. sound, plugin.Assembly]);
                sound.Add(plugin.Assembly);
            }
            catch (Exception fault)
            {
                modules.Quarantine(plugin, "read texts", fault);
            }
        }

        return new TextCatalogue(sound);
    }
}
