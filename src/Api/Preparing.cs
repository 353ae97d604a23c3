using MethodCenter.Infrastructure;

namespace MethodCenter.Api;

/// <summary>Prepares the database before the first request and tells the operator what he needs to know.</summary>
internal static class Preparing
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        var switches = app.Configuration;
        var options = new PreparationOptions(
            Has("--migrate") || switches.GetValue("Database:Migrate", false),
            Has("--new-key"),
            switches["Bootstrap:ApiKey"]
        );
        var key = await Preparation.PrepareAsync(app.Services, options, app.Lifetime.ApplicationStopping);
        if (key is not null)
        {
            Tell(
                $"""

                Ключ администратора системы (показывается один раз, сохраните его):
                System administrator's key (shown once, keep it):

                    {key}

                """
            );
        }
    }

    /// <summary>To the console and not to the log: logs are kept and sent on, keys must not be.</summary>
    internal static void Tell(string text) => Console.Out.WriteLine(text);

    internal static bool Has(string name) => Environment.GetCommandLineArgs().Contains(name, StringComparer.Ordinal);
}
