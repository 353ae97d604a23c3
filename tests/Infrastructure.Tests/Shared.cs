using MethodCenter.TestKit;

[assembly: Xunit.AssemblyFixture(typeof(SharedService))]
