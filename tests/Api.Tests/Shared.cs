[assembly: AssemblyFixture(typeof(SharedService))]
