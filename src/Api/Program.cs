using MethodCenter.Api;

var app = WebApplication.CreateBuilder(Preparing.Settings(args)).AddMethodCenter().Build().UseMethodCenter();
await app.PrepareAsync();
await app.RunAsync();

/// <summary>Named so that tests can start the service.</summary>
public partial class Program;
