; The installer for Windows: for the person alone, without administrator rights.
Unicode true
!include MUI2.nsh
Name "Ledstjärna"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Ledstjarna"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Ledstjärna"
VIAddVersionKey "FileDescription" "Ledstjärna"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT License"
!define MUI_ICON "ledstjarna.ico"
!define MUI_UNICON "ledstjarna.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\ledstjarna.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Swedish"
!insertmacro MUI_LANGUAGE "English"
LangString PlanFile ${LANG_SWEDISH} "Planfil för Ledstjärna"
LangString PlanFile ${LANG_ENGLISH} "Ledstjärna plan file"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Ledstjarna"

Section
	SetOutPath "$INSTDIR"
	File "Ledstjarna\ledstjarna.exe"
	File "Ledstjarna\ledstjarna-cli.exe"
	File "Ledstjarna\LICENSES.txt"
	WriteUninstaller "$INSTDIR\uninstall.exe"
	CreateShortcut "$SMPROGRAMS\Ledstjärna.lnk" "$INSTDIR\ledstjarna.exe"
	WriteRegStr HKCU "Software\Classes\.ledstjarna" "" "Ledstjarna.Plan"
	WriteRegStr HKCU "Software\Classes\.ledstjarna" "Content Type" "application/vnd.ledstjarna+sqlite3"
	WriteRegStr HKCU "Software\Classes\Ledstjarna.Plan" "" "$(PlanFile)"
	WriteRegStr HKCU "Software\Classes\Ledstjarna.Plan\DefaultIcon" "" "$INSTDIR\ledstjarna.exe,0"
	WriteRegStr HKCU "Software\Classes\Ledstjarna.Plan\shell\open\command" "" '"$INSTDIR\ledstjarna.exe" "%1"'
	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Ledstjärna"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\ledstjarna.exe,0"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
	Delete "$INSTDIR\ledstjarna.exe"
	Delete "$INSTDIR\ledstjarna-cli.exe"
	Delete "$INSTDIR\LICENSES.txt"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\Ledstjärna.lnk"
	DeleteRegKey HKCU "Software\Classes\Ledstjarna.Plan"
	DeleteRegKey HKCU "Software\Classes\.ledstjarna"
	DeleteRegKey HKCU "${UNINSTALL}"
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
