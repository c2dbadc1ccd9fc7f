@echo off
rem Starts Doorwarden with the Java of JAVA_HOME, else the one on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
rem Native libraries lie beside this file; neither the current folder nor the PATH is searched for them.
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Djava.library.path=%~dp0." -cp "%~dp0..\lib\*" org.doorwarden.Main %*
exit /b %ERRORLEVEL%
