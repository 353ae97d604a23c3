using MethodCenter.Api;
using MethodCenter.Infrastructure;

try
{
    await using var app = WebApplication
        .CreateBuilder(Preparing.Settings(args))
        .AddMethodCenter()
        .Build()
        .UseMethodCenter();
    app.RefuseTakenPorts();
    if (await app.PrepareAsync())
    {
        await app.RunAsync();
    }

    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>Named so that tests can start the service.</summary>
public partial class Program;
