namespace MethodCenter.Architecture.Tests;

public class T
{
    [Fact]
    public void X()
    {
        true.ShouldBeTrue();
    }
}
