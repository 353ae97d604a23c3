using MethodCenter.Api;
using MethodCenter.Infrastructure;

var app = WebApplication.CreateBuilder(Preparing.Settings(args)).AddMethodCenter().Build().UseMethodCenter();
try
{
    if (!await app.PrepareAsync())
    {
        return 0;
    }
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the service.</summary>
public partial class Program;
