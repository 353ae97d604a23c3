using MethodCenter.Infrastructure;

namespace MethodCenter.Api;

/// <summary>Prepares the database before the first request and tells the operator what he needs to know.</summary>
internal static class Preparing
{
    private static readonly string[] Switches = ["--migrate", "--new-key", "--revoke-keys", "--demo"];

    public static async Task PrepareAsync(this WebApplication app)
    {
        var switches = app.Configuration;
        var options = new PreparationOptions(
            Has("--migrate") || switches.GetValue("Database:Migrate", false),
            Has("--new-key"),
            Has("--revoke-keys"),
            switches["Bootstrap:ApiKey"]
        );
        var key = await Preparation.PrepareAsync(app.Services, options, app.Lifetime.ApplicationStopping);
        if (Has("--demo") || switches.GetValue("Demo:Load", false))
        {
            await app.LoadDemoAsync(options.PresetKey);
        }

        if (key is not null)
        {
            TellSecret(
                $"""

                Ключ администратора системы (показывается один раз, сохраните его):
                System administrator's key (shown once, keep it):

                    {key}

                """
            );
        }
    }

    internal static void Tell(string text) => Console.Out.WriteLine(text);

    /// <summary>To the terminal; where the output goes elsewhere, it is a log that is kept and sent on: then to a file.</summary>
    internal static void TellSecret(string text)
    {
        if (!Console.IsOutputRedirected)
        {
            Tell(text);
            return;
        }

        var path = SecretFile.Write(text, TimeProvider.System.GetUtcNow());
        Tell(
            $"Ключи записаны в файл {path}: прочитайте и удалите его.\nKeys are in the file {path}: read it and delete it."
        );
    }

    /// <summary>
    /// The command line without the switches that stand alone: the configuration would take what follows one for its
    /// value, as in <c>--demo --urls http://localhost:5081</c>.
    /// </summary>
    internal static string[] Settings(string[] args) =>
        [.. args.Where(argument => !Switches.Contains(argument, StringComparer.Ordinal))];

    internal static bool Has(string name) => Environment.GetCommandLineArgs().Contains(name, StringComparer.Ordinal);
}
