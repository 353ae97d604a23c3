using System.Net;
using System.Net.Sockets;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api;

/// <summary>Prepares the database before the first request and tells the operator what he needs to know.</summary>
internal static class Preparing
{
    private const string Migrate = "--migrate";
    private const string MigrateAndServe = "--migrate-and-serve";
    private static readonly string[] Switches = [Migrate, MigrateAndServe, "--new-key", "--revoke-keys", "--demo"];

    /// <returns>False: all that was asked is done, there is nothing to serve.</returns>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        if (Has(Migrate))
        {
            if (Array.Find(Switches, other => other != Migrate && Has(other)) is { } other)
            {
                throw new StartRefusedException(
                    $"{Migrate} только обновляет базу данных; {other} укажите при следующем запуске.",
                    $"{Migrate} only migrates the database; give {other} at the next start."
                );
            }

            TellMigrated(await Preparation.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping));
            return false;
        }

        var switches = app.Configuration;
        var options = new PreparationOptions(
            Has(MigrateAndServe) || switches.GetValue("Database:Migrate", false),
            Has("--new-key"),
            Has("--revoke-keys"),
            switches["Bootstrap:ApiKey"]
        );
        var key = await Preparation.PrepareAsync(app.Services, options, app.Lifetime.ApplicationStopping);
        // Told before the demo is loaded: should that fail, the key would be lost.
        var file = new SecretFile();
        app.Lifetime.ApplicationStopped.Register(file.Dispose);
        if (key is not null)
        {
            file.Tell(
                $"""

                Ключ администратора системы (показывается один раз, сохраните его):
                System administrator's key (shown once, keep it):

                    {key}

                """
            );
        }

        if (HasDemo(switches))
        {
            await app.LoadDemoAsync(options.PresetKey, file);
        }

        return true;
    }

    /// <summary>Before anything is prepared: the server itself would tell of a port that another program holds by a stack trace.</summary>
    internal static void RefuseTakenPorts(this WebApplication app)
    {
        var addresses = app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        foreach (
            var url in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var address = ParseAddress(url);
            if (Has(Migrate) || address.IsUnixPipe || address.Port == 0 || !IsTaken(address))
            {
                continue;
            }

            throw new StartRefusedException(
                $"Порт {address.Port} занят другой программой (может быть, служба уже запущена). Укажите другой: --urls http://localhost:5081.",
                $"Another program holds port {address.Port} (the service may run already). Give another: --urls http://localhost:5081."
            );
        }
    }

    private static BindingAddress ParseAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new StartRefusedException(
                $"«{url}» — не адрес, по которому служба может слушать. Напишите, например: --urls http://localhost:5080.",
                $"“{url}” is no address to listen at. Write for instance: --urls http://localhost:5080."
            );
        }
    }

    private static bool IsTaken(BindingAddress address)
    {
        var host =
            IPAddress.TryParse(address.Host, out var known) ? known
            : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(host, address.Port);
            listener.Start();
            return false;
        }
        catch (SocketException exception)
        {
            // What else is wrong with the address the server says itself.
            return exception.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    private static void TellMigrated(IReadOnlyList<string> applied) =>
        Tell(
            applied.Count == 0
                ? """
                База данных уже этой версии, менять нечего.
                The database is of this version already, there is nothing to change.
                """
                : $"""
                Применены миграции: {string.Join(", ", applied)}. База данных этой версии.
                Migrations applied: {string.Join(", ", applied)}. The database is of this version.
                """
        );

    internal static void Tell(string text) => Console.Out.WriteLine(text);

    /// <summary>To the terminal; where the output goes elsewhere, it is a log that is kept and sent on: then to a file.</summary>
    internal static void Tell(this SecretFile file, string text)
    {
        if (!Console.IsOutputRedirected)
        {
            Tell(text);
            return;
        }

        var path = file.Write(text, TimeProvider.System.GetUtcNow());
        Tell(
            $"Ключи записаны в файл {path}: прочитайте и удалите его.\nKeys are in the file {path}: read it and delete it."
        );
    }

    /// <summary>
    /// The command line without the switches that stand alone: the configuration would take what follows one for its
    /// value, as in <c>--demo --urls http://localhost:5081</c>.
    /// </summary>
    /// <remarks>
    /// Whatever else stands alone is refused: to the configuration it would be nothing, and the service would start without
    /// what the operator asked for.
    /// </remarks>
    internal static string[] Settings(string[] args)
    {
        string[] settings = [.. args.Where(argument => !Switches.Contains(argument, StringComparer.Ordinal))];
        for (var place = 0; place < settings.Length; place++)
        {
            var argument = settings[place];
            if (!argument.StartsWith('-') || argument.Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            // «--urls http://localhost:5081»: a setting and its value.
            if (place + 1 < settings.Length && !settings[place + 1].StartsWith('-'))
            {
                place++;
                continue;
            }

            throw new StartRefusedException(
                $"Ключа «{argument}» нет. Есть: {string.Join(", ", Switches)}; настройки пишут «--имя=значение».",
                $"There is no switch {argument}. There are: {string.Join(", ", Switches)}; settings are written --name=value."
            );
        }

        return settings;
    }

    /// <summary>The service is started with the demo.</summary>
    internal static bool HasDemo(IConfiguration configuration) =>
        Has("--demo") || configuration.GetValue("Demo:Load", false);

    internal static bool Has(string name) => Environment.GetCommandLineArgs().Contains(name, StringComparer.Ordinal);
}
